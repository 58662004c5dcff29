/**
 * Marks that are invisible at the ends of a text: what copying from a chat, a spreadsheet or a page leaves around a
 * value. Joiners (U+200C, U+200D) are not among them: words of Persian, Bengali and Sinhala may end in one.
 */
const MARK =
  /[\u034f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]/

/** A text without spaces and invisible marks at its ends. Its inside is unchanged. */
export function trimInvisible(text: string): string {
  return strip(text, (unit) => MARK.test(unit) || unit.trim() === '')
}

/** Several lines, each without invisible marks at its ends; `\n` for every line break. */
export function trimLines(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  return trimInvisible(lines.map((line) => strip(line, (unit) => MARK.test(unit))).join('\n'))
}

/**
 * Whether a text holds embeddings, overrides or isolates of Unicode's bidirectional algorithm (UAX #9), with which it
 * could reorder the line around it. Marks that only state a direction (U+200E, U+200F, U+061C) are harmless.
 */
export function turnsDirection(text: string): boolean {
  return withoutTurns(text) !== text
}

/** The text without those marks, for places that store it anyway and show it among other words. */
export function withoutTurns(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}

/**
 * Whether a text has a visible letter or digit. Some code points are letters by class and blank by look: Hangul
 * fillers, and the blanks of Egyptian hieroglyphs.
 */
export function showsLetters(text: string): boolean {
  return /(?![\p{Default_Ignorable_Code_Point}\u{13441}\u{13442}])[\p{L}\p{N}]/u.test(text)
}

/** Unit by unit from both ends: an expression that ends in `$` would try every run of spaces inside. */
function strip(text: string, drops: (unit: string) => boolean): string {
  let start = 0
  let end = text.length
  while (start < end && drops(text.charAt(start))) start++
  while (end > start && drops(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
