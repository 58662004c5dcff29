import { db } from '@/lib/db'
import { dayOf } from '@/lib/input/day'
import { weekOf } from '@/lib/petitions/countries'
import { Prisma } from '@/prisma/generated/client'

/** With five million signatures it takes some seconds. */
const LONG_TRANSACTION = { timeout: 300_000 }

/**
 * Renews numbers that would say who signed if they followed each signature: once a week (from Monday, UTC) for each
 * petition that was open before the week began. Once the signers' rows are deleted, the last numbers stay. One worker
 * does it; the others find this week's numbers.
 * @param published where the day of the last numbers of each petition is kept
 */
export async function renewWeekly(
  published: 'country_publication' | 'member_publication',
  now: Date,
  renew: (tx: Prisma.TransactionClient, petitionId: string, week: Date) => Promise<void>,
): Promise<void> {
  const week = weekOf(now)
  const table = Prisma.raw(published)
  const due = await db().$queryRaw<{ id: string }[]>`
    SELECT p.id::text AS id FROM petition p JOIN petition_total t ON t.petition_id = p.id
    WHERE p.opened_at < ${week} AND t.size > 0
      AND NOT EXISTS (SELECT FROM ${table} c WHERE c.petition_id = p.id AND c.day >= ${week}::date)
      AND NOT EXISTS (SELECT FROM purged_total l WHERE l.petition_id = p.id AND l.counted > 0)`
  for (const { id } of due) {
    await db().$transaction(async (tx) => {
      const claimed = await tx.$executeRaw`
        INSERT INTO ${table} AS old (petition_id, day) VALUES (${id}::uuid, ${dayOf(now)}::date)
        ON CONFLICT (petition_id) DO UPDATE SET day = excluded.day WHERE old.day < ${week}::date`
      if (claimed > 0) await renew(tx, id, week)
    }, LONG_TRANSACTION)
  }
}
