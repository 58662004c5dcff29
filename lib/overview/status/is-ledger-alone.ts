import { db } from '@/lib/db'

const HOUR = 3_600_000

/**
 * Tells whether any ledger has a checkpoint, signed an hour ago or earlier, that no witness has cosigned, nor any later
 * one. A witness cosigns the newest checkpoint, so a later cosignature covers it. Sizes alone do not show this: a
 * witness that is ahead only claims its size.
 * @param witnesses vkeys of the witnesses that are configured now
 */
export async function isLedgerAlone(witnesses: readonly string[], now: Date): Promise<boolean> {
  const [row] = await db().$queryRaw<{ alone: boolean }[]>`
    SELECT EXISTS (SELECT FROM ledger_log l
      CROSS JOIN LATERAL (SELECT size, signed_at FROM ledger_checkpoint c WHERE c.petition_id = l.petition_id
        AND c.signed_at < ${new Date(now.getTime() - HOUR)} ORDER BY size DESC LIMIT 1) AS settled
      CROSS JOIN LATERAL (SELECT bool_or(coalesce(cosigned_at >= settled.signed_at, false)
          OR (failure IS NULL AND w.size >= settled.size)) AS cosigned FROM ledger_witness w
        WHERE w.petition_id = l.petition_id AND w.vkey = ANY(${[...witnesses]}::text[])) AS seen
      WHERE NOT seen.cosigned) AS alone`
  return row?.alone ?? false
}
