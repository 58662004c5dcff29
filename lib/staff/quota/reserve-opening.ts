import { isoDay } from '@/lib/input/day'
import { noteHit } from '@/lib/integrity/limits/limit-hits'
import type { Prisma } from '@/prisma/generated/client'
import { queueStaffNotice } from '../notices/queue-staff-notice'
import { freeSlots, lockSlots, SLOTS_A_DAY, takeSlots } from './slots'

/**
 * People that one of the staff may open within 24 hours outside of a review (signers, scans of counted sheets, who signed
 * for an organisation or applied), and searches for signers: as many again. Names are read in small numbers; who needs
 * more asks for an export, which takes two people.
 */
export const OPENINGS_A_DAY = SLOTS_A_DAY

/** From so many within a day on, owners are told. */
export const MANY_OPENINGS = 30

/** What a person used up: `openings_used` or `searches_used`, as their page says it. */
export type OpeningRefusal = 'openings_used' | 'searches_used'

const refusals = { opening: 'openings_used', search: 'searches_used' } as const

/**
 * Reserves one opening of a signer, or one search, in the transaction that logs it, and tells owners of many. Like the
 * solo quota, each takes a numbered slot for a day, and the table has no more slots.
 * @returns null if it may go on; else what is used up, and nothing was reserved
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

/** Once a day for each number and kind, however often it is reached. */
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
