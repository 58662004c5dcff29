import { fold } from '@/lib/text/fold'

/** Scripts that write a name with a space or without, as one likes. */
const spaceless = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー ]+$/u

/**
 * A name as it is compared: case, accents, width and punctuation do not count, nor which part of it stands first,
 * nor in Korean, Chinese and Japanese a space.
 */
export function foldName(name: string): string {
  const folded = fold(name)
  return spaceless.test(folded) ? folded.replaceAll(' ', '') : folded.split(' ').sort().join(' ')
}
