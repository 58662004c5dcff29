const segmenter = new Intl.Segmenter()

/** Longest cluster that is shown as an initial, in code points: no name begins with more marks on one letter. */
const LONGEST = 8

/**
 * A name as its signer chose to appear: in full, or as initials. Null for who chose not to appear at all. The only
 * place that decides it: pages, comments, files and packs show the very same.
 */
export function shownName(name: string, display: string): string | null {
  if (display === 'full') return name
  return display === 'initials' ? initials(name) : null
}

/**
 * The first letter of each part: "Maria Beispiel" is "M. B.", and "Jean-Luc", one name, is "J.". A name without spaces,
 * as in Korean or Chinese, gives its first letter alone. A letter keeps its marks, and no more of it than that.
 */
function initials(name: string): string {
  const parts = name.normalize('NFC').split(/[\s\u00b7\u30fb\u2027\u318d]+/u)
  return parts.flatMap((part) => firstLetter(part) ?? []).join(' ')
}

function firstLetter(part: string): string | undefined {
  for (const { segment } of segmenter.segment(part)) {
    const from = segment.search(/[\p{L}\p{N}]/u)
    if (from < 0) continue
    const letter = Array.from(segment.slice(from)).slice(0, LONGEST).join('')
    // A joiner that joins nothing any more goes.
    return `${capital(letter.replace(/[\u200c\u200d]+$/, ''))}.`
  }
  return undefined
}

/** In no language's own way: a server's must not decide. Letters whose capital is another word's, or several, stay. */
function capital(letter: string): string {
  const upper = letter.toUpperCase()
  return /\p{Script=Georgian}/u.test(letter) || Array.from(upper).length !== Array.from(letter).length ? letter : upper
}
