import { db, pool } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { LINK_LIFE_DAYS } from '../link-life'
import { standingSql } from '../states'

/** Beyond this "more than" is exact enough, and counting stays fast. */
export const MAX_PENDING = 10_000

/** People with a form to confirm, among the first forms found; at most one above `MAX_PENDING`. */
export async function countPending(by: Staff, petitionId: string, now: Date): Promise<number> {
  authorise(by, 'petition.read')
  const since = new Date(now.getTime() - LINK_LIFE_DAYS * 86_400_000)
  return count(
    `SELECT count(*) AS n FROM (SELECT DISTINCT email_index FROM (SELECT email_index FROM pending_signature
       WHERE petition_id = $1 AND received_at > $2 LIMIT ${MAX_PENDING + 1}) AS forms) AS people`,
    [petitionId, since],
  )
}

/** Rows with personal data, which retention deletes. */
export async function countPersonal(by: Staff, petitionId: string): Promise<number> {
  authorise(by, 'petition.read')
  const where = { petitionId }
  return (await db().signature.count({ where })) + (await db().pendingSignature.count({ where }))
}

/**
 * Signatures and pending forms by the hash (hex) of the text version they stand under. Withdrawn and removed ones stand
 * under none.
 */
export async function countByText(by: Staff, petitionId: string): Promise<Map<string, number>> {
  authorise(by, 'petition.read')
  const { rows } = await pool().query<{ sha256: string; n: string }>(
    `SELECT encode(text_sha256, 'hex') AS sha256, count(*) AS n FROM (
       SELECT text_sha256 FROM signature WHERE petition_id = $1 AND state IN ${standingSql}
       UNION ALL SELECT text_sha256 FROM pending_signature WHERE petition_id = $1) AS stand GROUP BY text_sha256`,
    [petitionId],
  )
  return new Map(rows.map(({ sha256, n }) => [sha256, Number(n)]))
}

async function count(sql: string, values: unknown[]): Promise<number> {
  const { rows } = await pool().query<{ n: string }>(sql, values)
  return Number(rows[0]?.n ?? 0)
}
