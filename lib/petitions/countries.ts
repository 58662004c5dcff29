import { db } from '@/lib/db'

/** Below this a country is not shown: few signers in one country can be guessed. */
const SMALLEST_SHOWN = 10
const STEP = 5

/** Signatures by claimed country, largest first; small numbers left out, the others rounded down to fives. */
export async function countriesOf(petitionId: string): Promise<{ country: string; count: number }[]> {
  const rows = await db().countryTotal.findMany({ where: { petitionId, net: { gte: SMALLEST_SHOWN } } })
  return rows
    .map(({ country, net }) => ({ country, count: Math.floor(Number(net) / STEP) * STEP }))
    .sort((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1))
}
