import { fold } from '@/lib/text/fold'

/**
 * Whether all words of what was typed are in the texts, each at the beginning of a word or, from three letters on,
 * anywhere.
 */
export function textMatches(texts: string[], typed: string): boolean {
  const words = fold(typed).split(' ').filter(Boolean)
  const within = ` ${texts.map(fold).join(' ')}`
  return (
    words.length > 0 &&
    words.every((word) => within.includes(` ${word}`) || ((word.length > 2 || !isLatin(word)) && within.includes(word)))
  )
}

/** Whether there is enough to search for: two letters, or one of a script in which one can be a word. */
export function isSearchable(typed: string): boolean {
  const letters = fold(typed).replaceAll(' ', '')
  return letters.length > 1 || (letters !== '' && !isLatin(letters))
}

function isLatin(text: string): boolean {
  return /^[a-z0-9]*$/.test(text)
}
