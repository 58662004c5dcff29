import { diffArrays } from 'diff'

/** A run of words in both texts, only in the newer, or only in the older one. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** In ms: if comparing takes longer, the texts have little in common and are shown whole, one after the other. */
const TIMEOUT = 1_000

/** What changed between two texts, word by word as the language splits them. */
export function wordDiff(before: string, after: string, locale: string): DiffPart[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  const divide = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)
  const parts = diffArrays(divide(before), divide(after), { timeout: TIMEOUT }) ?? [
    { removed: true, added: false, value: [before] },
    { removed: false, added: true, value: [after] },
  ]
  return parts
    .map(({ added, removed, value }): DiffPart => ({ kind: kindOf(added, removed), text: value.join('') }))
    .filter(({ text }) => text !== '')
}

function kindOf(added: boolean, removed: boolean): DiffPart['kind'] {
  if (added) return 'added'
  return removed ? 'removed' : 'same'
}
