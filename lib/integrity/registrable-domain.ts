/** Under a country's own ending these stand before the name that somebody registered. */
const SHARED = new Set(
  'ac co com edu go gob gov gouv govt gv id info ltd mil muni ne net nhs nom or org pe plc re sch school web'.split(
    ' ',
  ),
)

/**
 * The part of a mail domain that somebody registered, as far as its form tells: names in front of it cost nothing, and
 * would make one catch-all mailbox look like many. Taking two owners for one does little: it is only counted by.
 */
export function registrableDomain(domain: string): string {
  const labels = domain.split('.')
  const [second = '', top = ''] = labels.slice(-2)
  return labels.slice(top.length === 2 && SHARED.has(second) ? -3 : -2).join('.')
}
