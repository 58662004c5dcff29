const segmenter = new Intl.Segmenter()

/** The longest cluster shown as an initial, in code points: no name begins with more marks on one letter. */
const MAX_CLUSTER = 8

/** Scripts of which one letter says as much as a syllable or a word, by script extensions, which include ー and 々. */
const SYLLABIC = /[\p{scx=Hangul}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u

/**
 * A name as its signer chose to appear: in full, or as initials; null if hidden. The only place that decides it: pages,
 * comments, files and delivery packs show the same.
 */
export function publicName(name: string, display: string): string | null {
  if (display === 'full') return name
  return display === 'initials' ? initials(name) : null
}

/**
 * The first letter of each part: "Maria Beispiel" is "M. B.", and "Jean-Luc", one name, is "J.". A letter keeps its
 * marks, up to a limit. A name all in Hangul, Chinese characters or kana is given as newspapers there do: its first
 * character and two circles, with or without spaces and however long it is, since length reveals something too.
 */
function initials(name: string): string {
  const composed = name.normalize('NFC')
  const syllabic = (composed.match(/\p{L}/gu) ?? []).every((letter) => SYLLABIC.test(letter))
  const parts = syllabic ? [composed] : composed.split(/[\s\u00b7\u30fb\u2027\u318d]+/u)
  return parts
    .flatMap((part) => firstLetter(part) ?? [])
    .map((letter) => letter + (SYLLABIC.test(letter) ? '○○' : '.'))
    .join(' ')
}

function firstLetter(part: string): string | undefined {
  for (const { segment } of segmenter.segment(part)) {
    const from = segment.search(/[\p{L}\p{N}]/u)
    if (from < 0) continue
    const letter = Array.from(segment.slice(from)).slice(0, MAX_CLUSTER).join('')
    // A joiner that no longer joins anything is dropped.
    return capital(letter.replace(/[\u200c\u200d]+$/, ''))
  }
  return undefined
}

/**
 * Without a locale, so that the server's does not decide. Letters whose capital is another word's, or several, stay.
 */
function capital(letter: string): string {
  const upper = letter.toUpperCase()
  return /\p{Script=Georgian}/u.test(letter) || Array.from(upper).length !== Array.from(letter).length ? letter : upper
}
