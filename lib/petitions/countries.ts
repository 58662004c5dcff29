import { db } from '@/lib/db'
import { shownNumber } from './shown-number'

/** Signatures by claimed country, largest first, as they were last shown (`showCountries`): small numbers are left out. */
export async function countriesOf(petitionId: string): Promise<{ country: string; count: number }[]> {
  const rows = await db().countryShown.findMany({ where: { petitionId } })
  return rows
    .map(({ country, basis }) => ({ country, count: shownNumber(Number(basis)) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1))
}
