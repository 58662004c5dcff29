import { changeWords } from './icu'

/**
 * English in Arabic letters: the same messages with every Latin letter outside placeholders and tags replaced.
 * Not a language; it shows whether the layout holds from right to left.
 */
export function pseudo<T>(messages: T): T {
  if (typeof messages === 'string') return changeWords(messages, inArabicLetters) as T
  return Object.fromEntries(Object.entries(messages as object).map(([key, value]) => [key, pseudo(value)])) as T
}

const latin = 'abcdefghijklmnopqrstuvwxyz'
const arabic = 'ابكدعفجهيژقلمنوپقرستوڤوخيز'

function inArabicLetters(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => arabic[latin.indexOf(letter.toLowerCase())] ?? letter)
}
