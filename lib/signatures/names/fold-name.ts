import { fold } from '@/lib/text/fold'

/** Scripts that write a name with or without a space. */
const spaceless = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー ]+$/u

/**
 * A name as it is compared: ignoring case, accents, width, punctuation, the order of its parts and, in Korean, Chinese
 * and Japanese, spaces.
 */
export function foldName(name: string): string {
  const folded = fold(name)
  return spaceless.test(folded) ? folded.replaceAll(' ', '') : folded.split(' ').sort().join(' ')
}
