import { db } from '@/lib/db'
import { dayOf } from '@/lib/petitions/as-of'
import { weekOf } from '@/lib/petitions/countries'
import { unnamedCountries } from '@/lib/petitions/unnamed-countries'
import { blindIndex } from '@/lib/vault/blind-index'
import { Prisma } from '@/prisma/generated/client'
import { nextBasis, type People } from './next-basis'

/** Identifies a mailbox: its many addresses are one person here. */
const mailbox = Prisma.sql`coalesce(s.mailbox_index, s.email_index)`

/** With five million signatures it takes some seconds. */
const LONG_TRANSACTION = { timeout: 300_000 }

/**
 * Renews the public country tables, once a week (from Monday, UTC) for each petition that was open before the week
 * began. Once the signers' rows are deleted, the last table stays.
 */
export async function publishCountries(now: Date): Promise<void> {
  const week = weekOf(now)
  const due = await db().$queryRaw<{ id: string }[]>`
    SELECT p.id::text AS id FROM petition p JOIN petition_total t ON t.petition_id = p.id
    WHERE p.opened_at < ${week} AND t.size > 0
      AND NOT EXISTS (SELECT FROM country_publication c WHERE c.petition_id = p.id AND c.day >= ${week}::date)
      AND NOT EXISTS (SELECT FROM purged_total l WHERE l.petition_id = p.id AND l.counted > 0)`
  for (const { id } of due) await renew(id, week, dayOf(now))
}

/** One worker does it; the others find this week's table. */
function renew(petitionId: string, week: Date, today: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    const claimed = await tx.$executeRaw`
      INSERT INTO country_publication AS old (petition_id, day) VALUES (${petitionId}::uuid, ${today}::date)
      ON CONFLICT (petition_id) DO UPDATE SET day = excluded.day WHERE old.day < ${week}::date`
    if (claimed === 0) return
    const shown = await tx.publishedCountryCount.findMany({ where: { petitionId } })
    const before = new Map(shown.map(({ country, basis }) => [country, Number(basis)]))
    const people = await peopleOf(tx, petitionId)
    const data = [...new Set([...before.keys(), ...people.keys()])].flatMap((country) => {
      const old = before.get(country) ?? 0
      const extra = secretExtra(petitionId, country, old)
      const basis = nextBasis(old, people.get(country) ?? { all: 0, sure: 0 }, extra)
      return basis > 0 && !unnamedCountries().includes(country) ? [{ petitionId, country, basis }] : []
    })
    await tx.publishedCountryCount.deleteMany({ where: { petitionId } })
    await tx.publishedCountryCount.createMany({ data })
  }, LONG_TRANSACTION)
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
