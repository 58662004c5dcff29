import type { PoolClient } from 'pg'
import { dayOf } from '@/lib/input/day'
import { publicMoment } from '@/lib/petitions/as-of'
import type { Published } from './read-published'

/**
 * Puts back what the public has seen beside the leaves: the signed checkpoint, as it was served, and what staff removed
 * from the count or released into it. Half an answer to a mirror would be evidence against the site.
 */
export async function restorePublished(
  client: PoolClient,
  petitionId: string,
  { report, corrections, releases }: Published,
  now: Date,
): Promise<void> {
  const { head, note, tally } = report
  await client.query(
    `INSERT INTO ledger_log (petition_id, origin, vkeys, policy) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [petitionId, head.origin, [], report.policyText],
  )
  await client.query(
    `INSERT INTO ledger_checkpoint (petition_id, size, net, root, note, as_of, signed_at, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT DO NOTHING`,
    [petitionId, head.size, tally.net, Buffer.from(head.root), note, publicMoment(now), now],
  )
  for (const line of corrections.filter(({ index }) => index < head.size))
    await client.query(
      `INSERT INTO ledger_correction (petition_id, index, reason, rule, leaves, signatures, approvals, corrected_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [petitionId, line.index, line.reason, line.rule, line.leaves, line.signatures, line.approvals, line.correctedAt],
    )
  for (const line of releases)
    await client.query(
      `INSERT INTO ledger_release AS known (petition_id, day, reason, approvals, signatures) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (petition_id, day, reason, approvals)
       DO UPDATE SET signatures = greatest(known.signatures, excluded.signatures)`,
      [petitionId, dayOf(new Date(line.day)), line.reason, line.approvals, line.signatures],
    )
}
