/**
 * A text normalised for searching: ignoring accents, case, punctuation, width and kind of apostrophe. Letters that are
 * not accented Latin ones stay.
 */
export function fold(text: string): string {
  return bare(bare(text).toLowerCase())
    .replace(/[ßøłıđðæœ]/g, (letter) => plain[letter] ?? letter)
    .replace(/[\p{P}\p{S}\p{C}\s]+/gu, ' ')
    .normalize('NFC')
    .trim()
}

/** Letters that Unicode does not decompose. */
const plain: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', ı: 'i', đ: 'd', ð: 'd', æ: 'ae', œ: 'oe' }

function bare(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '')
}
