import { diffArrays } from 'diff'
import { words } from './segments'

/** A run of words in both texts, only in the newer, or only in the older one. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/**
 * With more changes the texts have little in common: they are shown whole, one after the other, and comparing stays
 * quick.
 */
export const MAX_EDITS = 600

/** The differences between two texts, word by word as the language splits them. */
export function wordDiff(before: string, after: string, locale: string): DiffPart[] {
  const parts = diffArrays(words(before, locale), words(after, locale), { maxEditLength: MAX_EDITS }) ?? [
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
