import { randomUUID } from 'node:crypto'
import { subjectOf } from '@/lib/signatures/admin/subject'
import { appealWaits } from '@/lib/signatures/appeal-answer'
import { type OpeningRefusal, reserveOpening } from '@/lib/staff/quota/reserve-opening'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { Prisma } from '@/prisma/generated/client'
import { claimRows, isFree, lockClaims } from './claims'

type Claimed = { ok: true; claimed: number } | { ok: false; reason: OpeningRefusal }

/**
 * Claims the longest waiting free appeal for a person. Opening its signature is logged and uses one of the day's
 * openings, because removed signatures, unlike held ones, have no upper bound.
 * @param locale only this language; empty for all
 * @returns how many were claimed: 1 or 0
 */
export function claimAppeal(by: Staff, why: string, locale: string, now: Date): Promise<Claimed> {
  return staffWrite<Claimed>(by, 'signature.review', now, async ({ tx, log }) => {
    await lockClaims(tx)
    const rows = Prisma.sql`
      SELECT s.petition_id, s.email_index FROM signature s WHERE ${appealWaits} AND ${isFree('appeals', by, now)}
      ${locale ? Prisma.sql`AND s.locale = ${locale}` : Prisma.empty} ORDER BY s.appealed_at, s.email_index LIMIT 1`
    const [one] = await tx.$queryRaw<{ commitment: Uint8Array }[]>`
      WITH claimed AS (${claimRows('appeals', by, rows, now, randomUUID())})
      SELECT s.commitment FROM claimed JOIN signature s USING (petition_id, email_index)`
    if (!one) return { ok: true, claimed: 0 }
    const refusal = await reserveOpening(tx, by, 'opening', now)
    if (refusal) return { ok: false, reason: refusal }
    log('signature.open', subjectOf(one.commitment), { why, appeal: true })
    return { ok: true, claimed: 1 }
  })
}
