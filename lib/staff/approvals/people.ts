import { Prisma } from '@/prisma/generated/client'
import type { StaffRole } from '@/prisma/generated/enums'
import { lastMoment } from './approval-expiry'

/** A member of staff as of this moment, under lock. */
export interface Person {
  id: string
  role: StaffRole
  disabled: boolean
  /** A request to disable them is pending: until it is decided they can do nothing. */
  frozen: boolean
}

/**
 * Reads people under a lock, so that nobody disables them, freezes them or changes their role before the transaction
 * ends.
 * @param how `change`: they will be changed. All owners are locked with them, which serialises changes to staff, so
 *   that one owner remains if two demote each other at once. Their keys stay unlocked, so rows that refer to them can
 *   be added
 */
export async function lockPeople(
  tx: Prisma.TransactionClient,
  ids: string[],
  how: 'keep' | 'change',
  now: Date,
): Promise<Person[]> {
  const which = Prisma.sql`SELECT 1 FROM staff WHERE id::text = ANY(${ids})`
  await (how === 'change'
    ? tx.$queryRaw`${which} OR role = 'owner' ORDER BY id FOR NO KEY UPDATE`
    : tx.$queryRaw`${which} ORDER BY id FOR SHARE`)
  return findPeople(tx, ids, now)
}

/** Reads people without a lock. */
export function findPeople(tx: Pick<Prisma.TransactionClient, '$queryRaw'>, ids: string[], now: Date) {
  return tx.$queryRaw<Person[]>`
    SELECT s.id::text AS id, s.role::text AS role, s.disabled_at IS NOT NULL AS disabled, ${isFrozen(now)} AS frozen
    FROM staff s WHERE s.id::text = ANY(${ids})`
}

/** SQL predicate: a request to disable the member of staff `s` is pending. */
export function isFrozen(now: Date): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM approval f WHERE f.verb = 'staff.disable' AND f.subject = 'staff:' || s.id::text
    AND f.approved_at IS NULL AND f.refused_at IS NULL AND f.asked_at > ${lastMoment(now)})`
}

/** Tells whether one of them is frozen, which suspends what they started. */
export async function isAnyFrozen(
  tx: Pick<Prisma.TransactionClient, '$queryRaw'>,
  ids: (string | null)[],
  now: Date,
): Promise<boolean> {
  const known = ids.filter((id) => id !== null)
  return (await findPeople(tx, known, now)).some(({ frozen }) => frozen)
}
