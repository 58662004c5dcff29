import { readKey } from '@/lib/signatures/admin/signature-key'
import { subjectOf } from '@/lib/signatures/admin/subject'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { Prisma } from '@/prisma/generated/client'
import { claimRows, isFree, lockClaims } from './claims'

/**
 * Gives a person the next comment that awaits a decision and that nobody has; its reading is logged.
 * @param which the one of a key, or those of one language; the longest waiting first
 * @returns whether there was one
 */
export function claimComment(by: Staff, which: { key?: string; locale?: string }, now: Date): Promise<boolean> {
  return staffWrite(by, 'comment.read', now, async ({ tx, log }) => {
    await lockClaims(tx)
    const rows = Prisma.sql`
      SELECT s.petition_id, s.email_index FROM signature s
      WHERE s.has_comment AND s.state IN ('confirmed', 'counted') AND NOT EXISTS (SELECT FROM comment k
        WHERE k.petition_id = s.petition_id AND k.email_index = s.email_index)
        AND ${isFree('comments', by, now)} ${narrowed(which)}
      ORDER BY s.received_at, s.email_index LIMIT 1`
    const claimed = await tx.$queryRaw<{ commitment: Uint8Array }[]>`
      WITH claimed AS (${claimRows('comments', by, rows, now, null)})
      SELECT s.commitment FROM claimed JOIN signature s USING (petition_id, email_index)`
    for (const { commitment } of claimed) log('comment.read', subjectOf(commitment))
    return claimed.length > 0
  })
}

function narrowed({ key, locale }: { key?: string; locale?: string }): Prisma.Sql {
  const one = key === undefined ? undefined : readKey(key)
  if (one === null) return Prisma.sql`AND false`
  if (one) return Prisma.sql`AND s.petition_id = ${one.petitionId}::uuid AND s.email_index = ${one.emailIndex}::bytea`
  return locale ? Prisma.sql`AND s.locale = ${locale}` : Prisma.empty
}
