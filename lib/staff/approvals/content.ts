import { createHash } from 'node:crypto'

/** A public text that is to change: exactly what the second person is shown is written. */
export interface ContentPart {
  /** Of the field that it is written to. */
  name: string
  label: string
  locale: string
  before: string
  after: string
}

/** Digest, in hex, that tells whether words are still those that were shown. */
export function digestOf(parts: Pick<ContentPart, 'name' | 'locale' | 'after'>[]): string {
  const said = parts.map(({ name, locale, after }) => [name, locale, after])
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** The new texts, by field. */
export function afterOf(parts: ContentPart[]): Record<string, string> {
  return Object.fromEntries(parts.map(({ name, after }) => [name, after]))
}
