import { createHash } from 'node:crypto'

/** A public text to be changed: exactly the text that the second person is shown gets published. */
export interface ContentPart {
  /** The name of its field. */
  name: string
  label: string
  locale: string
  before: string
  after: string
}

/** A digest of the new texts, in hex, to detect that they changed after they were shown. */
export function digestOf(parts: Pick<ContentPart, 'name' | 'locale' | 'after'>[]): string {
  const said = parts.map(({ name, locale, after }) => [name, locale, after])
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** The new texts, by field. */
export function afterOf(parts: ContentPart[]): Record<string, string> {
  return Object.fromEntries(parts.map(({ name, after }) => [name, after]))
}
