/** One field of a form of the desk. */
export interface FieldSpec {
  name: string
  label: string
  hint?: string
  /** `ticks`: any of the options. Default: `line`. */
  kind?: 'line' | 'text' | 'select' | 'day' | 'number' | 'ticks' | 'tick' | 'file'
  /** For `select` and `ticks`: value and words. */
  options?: [value: string, words: string][]
  /** For `file`. */
  accept?: string
  rows?: number
  longest?: number
  required?: boolean
  /** The language that is typed here, where it is not English. */
  lang?: string
  /** A text in English that this one translates: shown beside it. */
  beside?: string | null
}
