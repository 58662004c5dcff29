import type { Prisma } from '@/prisma/generated/client'
import { MOST_ALONE } from '../bulk/needs-two'

const DAY = 86_400_000
/** Bookings go one after another: they take a millisecond, and each has to see the one before it. */
const BOOKING_LOCK = 72_707_420

/**
 * Books removals that one person does without a second: at most `MOST_ALONE` within 24 hours for each person, and as
 * many for each petition whoever removes, so that neither parts nor turns add up to more. Each removal takes a numbered
 * slot for a day, and the table has no more slots than that.
 * @returns false where there are not enough: then nothing was booked, and nothing may be removed
 */
export async function takeAlone(
  tx: Prisma.TransactionClient,
  by: { id: string },
  petitionId: string,
  removals: number,
  now: Date,
): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${BOOKING_LOCK})`
  if ((await leftAlone(tx, by, petitionId, now)) < removals) return false
  for (const [scope, key] of scopes(by, petitionId)) {
    const slots = (await freeSlots(tx, scope, key, now)).slice(0, removals)
    const booked = await tx.$executeRaw`
      INSERT INTO lone_removal AS old (scope, key, slot, taken_at)
      SELECT ${scope}, ${key}::uuid, slot, ${now} FROM unnest(${slots}::int[]) slot
      ON CONFLICT (scope, key, slot) DO UPDATE SET taken_at = excluded.taken_at WHERE old.taken_at <= ${dayBefore(now)}`
    if (booked !== removals) throw new Error(`${booked} of ${removals} removals were booked`)
  }
  return true
}

/** How many more a person may remove alone on a petition. */
export async function leftAlone(
  tx: Prisma.TransactionClient,
  by: { id: string },
  petitionId: string,
  now: Date,
): Promise<number> {
  const free: number[] = []
  for (const [scope, key] of scopes(by, petitionId)) free.push((await freeSlots(tx, scope, key, now)).length)
  return Math.min(...free)
}

function scopes(by: { id: string }, petitionId: string): [scope: string, key: string][] {
  return [
    ['petition', petitionId],
    ['staff', by.id],
  ]
}

async function freeSlots(tx: Prisma.TransactionClient, scope: string, key: string, now: Date): Promise<number[]> {
  const rows = await tx.$queryRaw<{ slot: number }[]>`
    SELECT slot FROM generate_series(1, ${MOST_ALONE}::int) slot WHERE slot NOT IN (
      SELECT slot FROM lone_removal WHERE scope = ${scope} AND key = ${key}::uuid AND taken_at > ${dayBefore(now)})
    ORDER BY slot`
  return rows.map(({ slot }) => slot)
}

function dayBefore(now: Date): Date {
  return new Date(now.getTime() - DAY)
}
