import { randomUUID } from 'node:crypto'
import { subjectOf } from '@/lib/signatures/admin/subject'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { Prisma } from '@/prisma/generated/client'
import { claimRows, lockClaims } from './claims'
import type { HeldFilter } from './held-filter'
import { groupedHeld, isOfKind } from './held-groups'
import { tellOfUndecided } from './undecided'

/** Maximum shown together: as many as a person can read at once. */
const MAX_TOGETHER = 50

/** The held signatures that a reviewer asks for. */
export interface Wanted extends HeldFilter {
  /** One at a time, even if it is in a group. */
  alone: boolean
  /** The group that they belong to (`listHeldGroups`); empty for the longest waiting of all. */
  group: string
}

/**
 * Claims the next held signatures for a person: the longest waiting free one, with those of its group. Opening each is
 * logged.
 * @returns how many were claimed; 0 if none is left
 */
export function claimHeld(by: Staff, why: string, { alone, group, ...filter }: Wanted, now: Date): Promise<number> {
  return staffWrite(by, 'signature.review', now, async ({ tx, log }) => {
    await lockClaims(tx)
    const next = Prisma.sql`SELECT key FROM grouped WHERE free AND ${isOfKind(filter)} AND ${group} IN ('', key) ORDER BY received_at, email_index LIMIT 1`
    const rows = Prisma.sql`SELECT petition_id, email_index FROM grouped WHERE free AND key = (${next})
      ORDER BY received_at, email_index LIMIT ${alone ? 1 : MAX_TOGETHER}`
    const claimed = await tx.$queryRaw<{ commitment: Uint8Array }[]>`
      WITH grouped AS MATERIALIZED (${groupedHeld(by, filter, now)}),
      claimed AS (${claimRows('held', by, rows, now, randomUUID())})
      SELECT s.commitment FROM claimed JOIN signature s USING (petition_id, email_index)`
    await tellOfUndecided(tx, by, claimed.length, now)
    for (const { commitment } of claimed) log('signature.open', subjectOf(commitment), { why, review: true })
    return claimed.length
  })
}
