import { unnamedCountries } from '@/lib/petitions/unnamed-countries'
import { blindIndex } from '@/lib/vault/blind-index'
import { Prisma } from '@/prisma/generated/client'
import { nextNumber, type People } from './next-basis'
import { renewWeekly } from './renew-weekly'

/** Identifies a mailbox: its many addresses are one person here. */
const mailbox = Prisma.sql`coalesce(s.mailbox_index, s.email_index)`

/** Renews the public country tables, once a week. */
export async function publishCountries(now: Date): Promise<void> {
  await renewWeekly('country_publication', now, async (tx, petitionId) => {
    const shown = await tx.publishedCountryCount.findMany({ where: { petitionId } })
    const before = new Map(shown.map((row) => [row.country, { basis: Number(row.basis), shown: Number(row.shown) }]))
    const people = await peopleOf(tx, petitionId)
    const data = [...new Set([...before.keys(), ...people.keys()])].flatMap((country) => {
      const old = before.get(country)
      const extra = secretExtra(petitionId, country, old?.basis ?? 0)
      const next = nextNumber(old, people.get(country) ?? { all: 0, sure: 0 }, extra)
      return next.basis > 0 && !unnamedCountries().includes(country) ? [{ petitionId, country, ...next }] : []
    })
    await tx.publishedCountryCount.deleteMany({ where: { petitionId } })
    await tx.publishedCountryCount.createMany({ data })
  })
}

async function peopleOf(tx: Prisma.TransactionClient, petitionId: string): Promise<Map<string, People>> {
  const rows = await tx.$queryRaw<{ country: string; all: number; sure: number }[]>`
    SELECT s.country, count(DISTINCT ${mailbox})::int AS all,
      (count(DISTINCT ${mailbox}) FILTER (WHERE s.signals = ''))::int AS sure
    FROM signature s WHERE s.petition_id = ${petitionId}::uuid AND s.state = 'counted' GROUP BY 1`
  return new Map(rows.map(({ country, ...people }) => [country, people]))
}

/** Computable only with the index key: how many more people name a country or move its number. */
function secretExtra(petitionId: string, country: string, basis: number): number {
  return blindIndex('country threshold', petitionId, country, String(basis)).readUInt32BE(0) % 10
}
