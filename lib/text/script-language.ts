/**
 * The language implied by the script of a text: Hangul is Korean, kana are Japanese.
 * @returns nothing if a script serves several languages, as Latin does
 */
export function scriptLanguage(text: string): 'ko' | 'ja' | undefined {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : undefined
}
