const segmenter = new Intl.Segmenter()

/** Longest cluster that is shown as an initial, in code points: no name begins with more marks on one letter. */
const LONGEST = 8

/** Letters of which one says as much as a syllable or a word, by script extensions: the marks ー and 々 are of them. */
const SYLLABIC = /[\p{scx=Hangul}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u

/**
 * A name as its signer chose to appear: in full, or as initials. Null for who chose not to appear at all. The only
 * place that decides it: pages, comments, files and packs show the very same.
 */
export function publicName(name: string, display: string): string | null {
  if (display === 'full') return name
  return display === 'initials' ? initials(name) : null
}

/**
 * The first letter of each part: "Maria Beispiel" is "M. B.", and "Jean-Luc", one name, is "J.". A letter keeps its
 * marks, and no more of it than that. A name written all in Hangul, Chinese characters or kana is given as newspapers
 * there do it: its first character and two circles, with spaces or without and however long it is, as length tells too.
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
    const letter = Array.from(segment.slice(from)).slice(0, LONGEST).join('')
    // A joiner that joins nothing any more goes.
    return capital(letter.replace(/[\u200c\u200d]+$/, ''))
  }
  return undefined
}

/** In no language's own way: a server's must not decide. Letters whose capital is another word's, or several, stay. */
function capital(letter: string): string {
  const upper = letter.toUpperCase()
  return /\p{Script=Georgian}/u.test(letter) || Array.from(upper).length !== Array.from(letter).length ? letter : upper
}
