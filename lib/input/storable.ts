/** NUL, which no text in PostgreSQL can hold, and halves of a surrogate pair, which UTF-8 has no bytes for. */
const UNSTORABLE = /[\0\p{Cs}]/gu

/** The text without what no text can hold. No keyboard types it; programs send it. */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '')
}

/** Whether a text can be stored, and looked for, as it is. */
export function isStorable(text: string): boolean {
  return storable(text) === text
}
