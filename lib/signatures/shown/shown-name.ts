const segmenter = new Intl.Segmenter()

/** A name as its signer chose to appear: in full, or as initials. Null for who chose not to appear at all. */
export function shownName(name: string, display: string): string | null {
  if (display === 'full') return name
  return display === 'initials' ? initials(name) : null
}

/**
 * The first letter of each part: "Maria Beispiel" is "M. B.". A name without spaces, as in Korean or Chinese, gives its
 * first letter alone.
 */
function initials(name: string): string {
  const letters = name.split(/[\s\u00b7\u30fb]+/u).flatMap((part) => {
    const first = [...segmenter.segment(part)].find(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
    return first ? [`${first.segment.toLocaleUpperCase()}.`] : []
  })
  return letters.join(' ')
}
