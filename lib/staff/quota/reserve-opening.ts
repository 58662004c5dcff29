import { isoDay } from '@/lib/input/day'
import { noteHit } from '@/lib/integrity/limits/limit-hits'
import type { Prisma } from '@/prisma/generated/client'
import { queueStaffNotice } from '../notices/queue-staff-notice'
import { freeSlots, lockSlots, SLOTS_A_DAY, takeSlots } from './slots'

/**
 * How many people (signers, scans of counted sheets, applicants, those who signed for an organisation) a member of
 * staff may open within 24 hours outside of a review; and as many searches for signers. For more names there are
 * exports, which take two people.
 */
export const OPENINGS_A_DAY = SLOTS_A_DAY

/** Owners are notified at this number within a day. */
export const MANY_OPENINGS = 30

/** The used-up quota: `openings_used` or `searches_used`, as the page calls it. */
export type OpeningRefusal = 'openings_used' | 'searches_used'

const refusals = { opening: 'openings_used', search: 'searches_used' } as const

/**
 * Reserves one opening of a signer, or one search, in the transaction that logs it, and notifies owners of many. Each
 * takes a numbered slot for a day, like the solo quota, and the table has no more slots.
 * @returns null if reserved; otherwise the used-up quota
 */
export async function reserveOpening(
  tx: Prisma.TransactionClient,
  by: { id: string },
  what: 'opening' | 'search',
  now: Date,
): Promise<OpeningRefusal | null> {
  await lockSlots(tx)
  const free = await freeSlots(tx, what, by.id, now)
  if ((await takeSlots(tx, what, by.id, free.slice(0, 1), now)) !== 1) {
    noteHit(what)
    return refusals[what]
  }
  const used = OPENINGS_A_DAY - free.length + 1
  if (used === MANY_OPENINGS || used === OPENINGS_A_DAY) await tellOwners(tx, by, what, used, now)
  return null
}

/** Notifies owners once a day for each number and kind. */
export async function tellOwners(
  tx: Prisma.TransactionClient,
  by: { id: string },
  what: 'opening' | 'search' | 'review',
  number: number,
  now: Date,
): Promise<void> {
  const detail = { what, number: String(number), staff: by.id, day: isoDay(now) }
  await queueStaffNotice(tx, { kind: 'many_openings', to: 'owners', detail, once: true }, now)
}
