import { db } from '@/lib/db'

/** Codes of the countries that have a government address. */
export async function listGovernments(): Promise<string[]> {
  const rows = await db().governmentAddress.findMany({ distinct: ['country'], select: { country: true } })
  return rows.map(({ country }) => country)
}
