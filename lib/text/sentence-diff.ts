import { diffArrays } from 'diff'
import { sentences } from './segments'
import { type DiffPart, MAX_EDITS, wordDiff } from './word-diff'

/** Sentences that stand in both texts. */
interface Unchanged {
  kind: 'same'
  text: string
  sentences: number
}

/** Sentences that stand in place of others. */
interface Change {
  /** `space`: nothing but spaces and line breaks differs. */
  kind: 'changed' | 'space'
  /** The older ones; empty if the newer are added. */
  before: DiffPart[]
  /** The newer ones; empty if the older are removed. */
  after: DiffPart[]
}

/** A sentence, or white space at the end of a text, with the white space that leads to it. */
interface Sentence {
  lead: string
  words: string
}

/**
 * The differences between two texts: sentence by sentence as the language splits them, and within a change word by
 * word. Texts that differ at all have a change.
 */
export function sentenceDiff(before: string, after: string, locale: string): (Unchanged | Change)[] {
  const runs: { same: boolean; from: Sentence[]; to: Sentence[] }[] = []
  for (const { from, to } of align(sentencesOf(before, locale), sentencesOf(after, locale))) {
    const same = from !== undefined && from.lead === to?.lead
    const last = runs.at(-1)
    const run = last?.same === same ? last : { same, from: [], to: [] }
    if (run !== last) runs.push(run)
    if (from) run.from.push(from)
    if (to) run.to.push(to)
  }
  return runs.map(({ same, from, to }) =>
    same ? { kind: 'same', text: textOf(to).trim(), sentences: to.length } : changeOf(textOf(from), textOf(to), locale),
  )
}

function sentencesOf(text: string, locale: string): Sentence[] {
  const found: Sentence[] = []
  let lead = ''
  for (const segment of sentences(text, locale)) {
    const words = segment.trim()
    const [before = '', after = ''] = words === '' ? [segment] : segment.split(words)
    lead += before
    if (words === '') continue
    found.push({ lead, words })
    lead = after
  }
  return lead === '' ? found : [...found, { lead, words: '' }]
}

function textOf(of: Sentence[]): string {
  return of.map(({ lead, words }) => lead + words).join('')
}

/** Sentences of the same words side by side, in order; every other one alone. */
function align(older: Sentence[], newer: Sentence[]): { from?: Sentence | undefined; to?: Sentence | undefined }[] {
  const comparator = (one: Sentence, other: Sentence) => one.words === other.words
  const parts = diffArrays(older, newer, { comparator, maxEditLength: MAX_EDITS })
  if (!parts) return [...older.map((from) => ({ from })), ...newer.map((to) => ({ to }))]
  let [i, j] = [0, 0]
  return parts.flatMap(({ added, removed, value }) =>
    value.map(() => ({ from: added ? undefined : older[i++], to: removed ? undefined : newer[j++] })),
  )
}

function changeOf(before: string, after: string, locale: string): Change {
  const kind = bare(before) === bare(after) ? 'space' : 'changed'
  const parts = wordDiff(before, after, locale)
  const without = (left: DiffPart['kind']) => trimmed(parts.filter(({ kind }) => kind !== left))
  return { kind, before: without('added'), after: without('removed') }
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '')
}

/** Without the white space at its beginning, if that did not change. */
function trimmed(parts: DiffPart[]): DiffPart[] {
  const [first, ...others] = parts
  if (first?.kind !== 'same') return parts
  const text = first.text.trimStart()
  return text === '' ? others : [{ ...first, text }, ...others]
}
