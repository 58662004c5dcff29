/** In grapheme clusters; a longer name is a text somebody wants carried to a stranger. */
const LONGEST = 60
const graphemes = new Intl.Segmenter()

/** What a mail program would turn into a link, or an address: not part of a name. */
const LINK_LIKE = /[/@:\\]|www\.|[\p{L}\p{N}]\.\p{L}{2,}/iu

/**
 * The name to greet with: one line, without control characters. Null where the typed name is no name one would
 * print in a mail to an address that has not been confirmed yet: anybody can enter a stranger's address, and the
 * mail must not carry their advertisement.
 */
export function greetedName(typed: string): string | null {
  const name = typed
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  if (name === '' || LINK_LIKE.test(name)) return null
  return [...graphemes.segment(name)].length > LONGEST ? null : name
}
