/**
 * The language that the script of a text gives away: Hangul is Korean, kana are Japanese.
 * @returns nothing where a script serves several languages, as Latin does
 */
export function scriptLanguage(text: string): 'ko' | 'ja' | undefined {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : undefined
}
