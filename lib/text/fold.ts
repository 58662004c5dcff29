/**
 * A text as it is searched: accents, case, punctuation and width do not count, nor does which apostrophe was typed.
 * Letters that are no accented Latin ones stay as they are.
 */
export function fold(text: string): string {
  return bare(bare(text).toLowerCase())
    .replace(/[ßøłıđðæœ]/g, (letter) => plain[letter] ?? letter)
    .replace(/[\p{P}\p{S}\p{C}\s]+/gu, ' ')
    .normalize('NFC')
    .trim()
}

/** Letters that no decomposition takes apart. */
const plain: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', ı: 'i', đ: 'd', ð: 'd', æ: 'ae', œ: 'oe' }

function bare(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '')
}
