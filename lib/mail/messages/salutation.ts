import { showsLetters, withoutTurns } from '@/lib/text/clean-text'

/** In grapheme clusters. A longer name is a message that somebody wants delivered to a stranger. */
const MAX_LENGTH = 60
const graphemes = new Intl.Segmenter()

/** Text that a mail program would turn into a link or an address: not part of a name. */
const LINK_LIKE = /[/@:\\]|www\.|[\p{L}\p{N}]\.\p{L}{2,}/iu

/**
 * The name for the salutation: one line, without control characters; joiners stay, since names are spelled with them.
 * Null if the typed text is not a name to put into a mail to an address that is not confirmed yet: anybody can enter a
 * stranger's address, and the mail must not carry their advertisement.
 */
export function salutation(typed: string): string | null {
  const name = withoutTurns(typed)
    .replace(/(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  // A joiner within an address does not keep a mail program from making it a link.
  if (!showsLetters(name) || LINK_LIKE.test(name.replace(/[\u200c\u200d]/g, ''))) return null
  // No more clusters than characters: few names have to be segmented, which takes longer than all else here.
  const isLong = name.length > MAX_LENGTH && [...graphemes.segment(name)].length > MAX_LENGTH
  return isLong ? null : name
}
