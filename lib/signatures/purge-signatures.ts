import { db, pool } from '@/lib/db'
import { retentionDeadline } from '@/lib/petitions/retention-deadline'
import { countedSql } from './states'

/** Rows per statement, so that it holds their locks for milliseconds only. */
const BATCH_SIZE = 2_000

/**
 * Deletes all personal data of petitions past their retention deadline (`retentionDeadline`). Count and ledger stay;
 * the number of counted rows deleted is stored, so that a recount still agrees. A petition that is still open then is
 * closed first: a signature that could not be kept is not accepted.
 * @returns how many signatures were deleted
 */
export async function purgeSignatures(now: Date): Promise<number> {
  const petitions = await db().petition.findMany({ where: { openedAt: { not: null } } })
  let total = 0
  for (const petition of petitions) {
    const end = retentionDeadline(petition)
    if (!end || end > now) continue
    await db().petition.updateMany({
      where: { id: petition.id, status: 'open' },
      data: { status: 'closed', closedAt: now },
    })
    const forms = await db().pendingSignature.deleteMany({ where: { petitionId: petition.id } })
    total += forms.count + (await purgePetition(petition.id))
  }
  return total
}

async function purgePetition(petitionId: string): Promise<number> {
  for (let total = 0; ; ) {
    // A confirmed one is about to be counted: it is deleted the next time.
    const { rows } = await pool().query<{ deleted: number }>(
      `WITH gone AS (
         DELETE FROM signature WHERE (petition_id, email_index) IN (
           SELECT petition_id, email_index FROM signature WHERE petition_id = $1 AND state <> 'confirmed' LIMIT ${BATCH_SIZE})
           AND state <> 'confirmed' RETURNING state, leaf_index
       ), noted AS (
         INSERT INTO purged_total AS old (petition_id, counted)
         SELECT $1, count(*) FROM gone WHERE ${countedSql}
         ON CONFLICT (petition_id) DO UPDATE SET counted = old.counted + excluded.counted
       )
       SELECT count(*)::int AS deleted FROM gone`,
      [petitionId],
    )
    const deleted = rows[0]?.deleted ?? 0
    total += deleted
    if (deleted < BATCH_SIZE) return total
  }
}
