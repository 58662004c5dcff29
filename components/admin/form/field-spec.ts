/** One field of an admin form. */
export interface FieldSpec {
  name: string
  label: string
  hint?: string
  /** `ticks`: any number of the options. Default: `line`. */
  kind?: 'line' | 'text' | 'select' | 'day' | 'number' | 'ticks' | 'tick' | 'file'
  /** For `select` and `ticks`: value and words. */
  options?: [value: string, words: string][]
  /** For `file`. */
  accept?: string
  /** For a line: earlier input to choose from. */
  suggestions?: string[]
  rows?: number
  /** In characters. */
  longest?: number
  required?: boolean
  /** The language of the input, if it is not English. */
  lang?: string
  /** The English text being translated, shown beside it. */
  beside?: string | null
}
