import { subjectOf } from '@/lib/signatures/admin/subject'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { Prisma } from '@/prisma/generated/client'
import { claimRows, isFree, lockClaims } from './claims'

/** Signatures shown together: from as many alike as are worth it, to as many as can be read at once. */
export const MIN_ALIKE = 5
const MAX_ALIKE = 50

/**
 * Gives a person the next held signatures to review: the longest waiting that nobody has, with those of the same busy
 * network for the same petition if there are several; or else with those alike (the same petition, language, member link
 * and flags, within one hour). That each is opened is logged.
 * @param alone gives one, also if there are others alike
 * @returns how many; none if nothing is left
 */
export function claimHeld(by: Staff, why: string, alone: boolean, now: Date): Promise<number> {
  return staffWrite(by, 'signature.open', now, async ({ tx, log }) => {
    await lockClaims(tx)
    const rows = await tx.$queryRaw<{ commitment: Uint8Array }[]>`
      WITH next AS MATERIALIZED (
        SELECT s.* FROM signature s WHERE s.state = 'held' AND ${isFree('held', by, now)}
        ORDER BY s.received_at, s.email_index LIMIT 1),
      together AS MATERIALIZED (
        SELECT s.petition_id, s.email_index FROM signature s, next WHERE s.state = 'held'
          AND s.petition_id = next.petition_id AND s.network_group = next.network_group
          AND ${isFree('held', by, now)} ORDER BY s.received_at, s.email_index LIMIT ${MAX_ALIKE}),
      alike AS MATERIALIZED (
        SELECT s.petition_id, s.email_index FROM signature s, next WHERE s.state = 'held'
          AND s.petition_id = next.petition_id AND s.locale = next.locale AND s.signals = next.signals
          AND s.via IS NOT DISTINCT FROM next.via
          AND s.received_at BETWEEN next.received_at AND next.received_at + interval '1 hour'
          AND ${isFree('held', by, now)} ORDER BY s.received_at, s.email_index LIMIT ${MAX_ALIKE}),
      claimed AS (${claimRows('held', by, chosen(alone), now)})
      SELECT s.commitment FROM claimed JOIN signature s USING (petition_id, email_index)`
    for (const { commitment } of rows) log('signature.open', subjectOf(commitment), { why, review: true })
    return rows.length
  })
}

function chosen(alone: boolean): Prisma.Sql {
  return Prisma.sql`SELECT petition_id, email_index FROM together
      WHERE NOT ${alone} AND (SELECT count(*) FROM together) >= ${MIN_ALIKE}
    UNION SELECT petition_id, email_index FROM alike
      WHERE email_index = (SELECT email_index FROM next) OR (NOT ${alone} AND (SELECT count(*) FROM alike) >= ${MIN_ALIKE}
        AND (SELECT count(*) FROM together) < ${MIN_ALIKE})`
}
