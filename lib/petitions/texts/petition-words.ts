import { trimLines, withoutTurns } from '@/lib/text/clean-text'

/** A petition's words in one language as staff write them: texts of a form, any of them empty. */
export interface PetitionWords {
  title: string
  call: string
  addressee: string
  /** One a line. */
  asks: string
  /** Markdown. */
  body: string
  /** Markdown: what became of it; empty as long as there is nothing to tell. */
  story: string
}

export const wordFields = ['title', 'call', 'addressee', 'asks', 'body', 'story'] as const
export type WordField = (typeof wordFields)[number]

/** Longest texts, in code points. */
export const longest: Record<WordField, number> = {
  title: 200,
  call: 600,
  addressee: 200,
  asks: 5_000,
  body: 40_000,
  story: 40_000,
}

export const noWords: PetitionWords = { title: '', call: '', addressee: '', asks: '', body: '', story: '' }

/**
 * What was typed, in one form: Unicode NFC, `\n` for every line break, no control characters and no overrides of the
 * direction of writing, nothing blank at the ends.
 */
export function cleanWords(typed: PetitionWords): PetitionWords {
  const { title, call, addressee, asks, body, story } = typed
  return {
    title: line(title),
    call: line(call),
    addressee: line(addressee),
    asks: asksOf({ asks: text(asks) }).join('\n'),
    body: text(body),
    story: text(story),
  }
}

/** The asks, one by one. */
export function asksOf({ asks }: Pick<PetitionWords, 'asks'>): string[] {
  return asks.split('\n').flatMap((ask) => line(ask) || [])
}

/** Whether two say the same, to the letter. */
export function sameWords(one: PetitionWords, other: PetitionWords): boolean {
  return wordFields.every((field) => one[field] === other[field])
}

/** What is empty or too long to be published. */
export function unfinished(words: PetitionWords): { field: WordField; why: 'empty' | 'too long' }[] {
  return wordFields.flatMap((field) => {
    if (words[field] === '') return field === 'story' ? [] : { field, why: 'empty' as const }
    return Array.from(words[field]).length > longest[field] ? { field, why: 'too long' as const } : []
  })
}

function line(typed: string): string {
  return withoutTurns(text(typed)).replace(/\s+/g, ' ')
}

/** Marks that isolate or embed a phrase belong to Arabic text with Latin words in it; overrides are for deceiving. */
function text(typed: string): string {
  return trimLines(typed.normalize('NFC').replace(/(?![\n\r\t])\p{Cc}|[\u202d\u202e]/gu, ''))
}
