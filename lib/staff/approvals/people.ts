import { Prisma } from '@/prisma/generated/client'
import type { StaffRole } from '@/prisma/generated/enums'
import { lastMoment } from './approval-expiry'

/** A member of staff as of this moment, under lock. */
export interface Person {
  id: string
  role: StaffRole
  disabled: boolean
  /** Somebody asks to shut them out: until that is decided they can do nothing. */
  frozen: boolean
}

/**
 * Reads people so that nobody shuts them out, freezes them or changes their role before the transaction ends.
 * @param how `change`: they are to be changed; all owners are locked with them, so that everybody who changes staff
 *   takes turns at the owners' rows and two owners who demote each other at once leave one
 */
export async function lockPeople(
  tx: Prisma.TransactionClient,
  ids: string[],
  how: 'keep' | 'change',
  now: Date,
): Promise<Person[]> {
  const which = Prisma.sql`SELECT 1 FROM staff WHERE id::text = ANY(${ids})`
  await (how === 'change'
    ? tx.$queryRaw`${which} OR role = 'owner' ORDER BY id FOR UPDATE`
    : tx.$queryRaw`${which} ORDER BY id FOR SHARE`)
  return findPeople(tx, ids, now)
}

/** The same without a lock. */
export function findPeople(tx: Pick<Prisma.TransactionClient, '$queryRaw'>, ids: string[], now: Date) {
  return tx.$queryRaw<Person[]>`
    SELECT s.id::text AS id, s.role::text AS role, s.disabled_at IS NOT NULL AS disabled, ${isFrozen(now)} AS frozen
    FROM staff s WHERE s.id::text = ANY(${ids})`
}

/** That somebody asks to shut out a member of staff `s`, and it is not decided. */
export function isFrozen(now: Date): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM approval f WHERE f.verb = 'staff.disable' AND f.subject = 'staff:' || s.id::text
    AND f.approved_at IS NULL AND f.refused_at IS NULL AND f.asked_at > ${lastMoment(now)})`
}

/** Whether one of them is frozen: what they set going rests until it is decided. */
export async function anyFrozen(
  tx: Pick<Prisma.TransactionClient, '$queryRaw'>,
  ids: (string | null)[],
  now: Date,
): Promise<boolean> {
  const known = ids.filter((id) => id !== null)
  return (await findPeople(tx, known, now)).some(({ frozen }) => frozen)
}
