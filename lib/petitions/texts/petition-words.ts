import { trimLines, withoutTurns } from '@/lib/text/clean-text'

/** A petition's text in one language as staff write it: form fields, any of them empty. */
export interface PetitionWords {
  title: string
  call: string
  addressee: string
  /** One demand a line. */
  asks: string
  /** Markdown. */
  body: string
  /** Markdown: the outcome; empty while there is none. */
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
 * Normalises typed texts: Unicode NFC, `\n` for every line break, no control characters, no overrides of writing
 * direction, trimmed.
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

/** The text's fields of a form; those that are missing are left out. */
export function wordsIn(fields: Record<string, string>): Partial<PetitionWords> {
  return Object.fromEntries(wordFields.flatMap((field) => (field in fields ? [[field, fields[field]]] : [])))
}

/** The demands as a list. */
export function asksOf({ asks }: Pick<PetitionWords, 'asks'>): string[] {
  return asks.split('\n').flatMap((ask) => line(ask) || [])
}

/** Whether two texts are equal, to the letter. */
export function sameWords(one: PetitionWords, other: PetitionWords): boolean {
  return wordFields.every((field) => one[field] === other[field])
}

/** The fields that are empty or too long to be published. */
export function unfinished(words: PetitionWords): { field: WordField; why: 'empty' | 'too long' }[] {
  return wordFields.flatMap((field) => {
    if (words[field] === '') return field === 'story' ? [] : { field, why: 'empty' as const }
    return Array.from(words[field]).length > longest[field] ? { field, why: 'too long' as const } : []
  })
}

function line(typed: string): string {
  return withoutTurns(text(typed)).replace(/\s+/g, ' ')
}

/** Marks that isolate or embed a phrase belong in Arabic text with Latin words; overrides serve deception. */
function text(typed: string): string {
  return trimLines(typed.normalize('NFC').replace(/(?![\n\r\t])\p{Cc}|[\u202d\u202e]/gu, ''))
}
