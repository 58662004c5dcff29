import { createHash } from 'node:crypto'

/** A piece of public words that is to change: what the second person is shown is what is written. */
export interface ContentPart {
  /** Of the field that it is written to. */
  name: string
  label: string
  locale: string
  before: string
  after: string
}

/** Tells whether words are still those that were shown: hex. */
export function digestOf(parts: Pick<ContentPart, 'name' | 'locale' | 'after'>[]): string {
  const said = parts.map(({ name, locale, after }) => [name, locale, after])
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** What is written, by field. */
export function afterOf(parts: ContentPart[]): Record<string, string> {
  return Object.fromEntries(parts.map(({ name, after }) => [name, after]))
}
