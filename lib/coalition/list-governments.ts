import { db } from '@/lib/db'

/** Codes of the countries for whose government there is an address. */
export async function listGovernments(): Promise<string[]> {
  const rows = await db().governmentAddress.findMany({ distinct: ['country'], select: { country: true } })
  return rows.map(({ country }) => country)
}
