import { db } from '@/lib/db'
import { unnamedCountries } from './unnamed-countries'

/** The public table of countries, and when it changes. */
export interface CountryTable {
  /** Largest first, with rounded numbers; countries that are never named are left out. */
  rows: { country: string; count: number }[]
  /** The day on which it was last renewed; null: never yet. */
  renewedOn: Date | null
  /** The day of the next renewal; null: there is none, because the signers' rows are deleted. */
  nextOn: Date | null
}

/** Signatures by claimed country, as last published (`publishCountries`). */
export async function countriesOf(petitionId: string, now: Date): Promise<CountryTable> {
  const [rows, showing, purged] = await Promise.all([
    db().publishedCountryCount.findMany({ where: { petitionId } }),
    db().countryPublication.findUnique({ where: { petitionId } }),
    db().purgedTotal.findUnique({ where: { petitionId } }),
  ])
  const unnamed = unnamedCountries()
  return {
    rows: rows
      .filter(({ country }) => !unnamed.includes(country))
      .map(({ country, shown }) => ({ country, count: Number(shown) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1)),
    renewedOn: showing?.day ?? null,
    nextOn: purged && purged.counted > 0n ? null : new Date(weekOf(now).getTime() + 7 * 86_400_000),
  }
}

/** The Monday (UTC) of a time's week: country tables are renewed from then on. */
export function weekOf(now: Date): Date {
  const day = Math.floor(now.getTime() / 86_400_000)
  // The epoch began on a Thursday.
  return new Date((day - ((day + 3) % 7)) * 86_400_000)
}
