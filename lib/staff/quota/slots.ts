import { takeLock } from '@/lib/locks'
import type { Prisma } from '@/prisma/generated/client'

/**
 * How much one person may do within 24 hours without a second one: each act takes a numbered slot for a day, and the
 * table has no more (`solo_quota_hundred_a_day`).
 */
export const SLOTS_A_DAY = 100

const DAY = 86_400_000
/** Serialises reservations until the transaction ends, so that each sees the one before it. */
export async function lockSlots(tx: Prisma.TransactionClient): Promise<void> {
  await takeLock(tx, 'soloQuota')
}

/** The numbers of the slots that are free, in order. */
export async function freeSlots(
  tx: Prisma.TransactionClient,
  scope: string,
  key: string,
  now: Date,
): Promise<number[]> {
  const rows = await tx.$queryRaw<{ slot: number }[]>`
    SELECT slot FROM generate_series(1, ${SLOTS_A_DAY}::int) slot WHERE slot NOT IN (
      SELECT slot FROM solo_quota WHERE scope = ${scope} AND key = ${key}::uuid AND taken_at > ${dayBefore(now)})
    ORDER BY slot`
  return rows.map(({ slot }) => slot)
}

/** Takes these slots for a day. @returns how many; fewer if somebody else took one meanwhile */
export function takeSlots(
  tx: Prisma.TransactionClient,
  scope: string,
  key: string,
  slots: number[],
  now: Date,
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO solo_quota AS old (scope, key, slot, taken_at)
    SELECT ${scope}, ${key}::uuid, slot, ${now} FROM unnest(${slots}::int[]) slot
    ON CONFLICT (scope, key, slot) DO UPDATE SET taken_at = excluded.taken_at WHERE old.taken_at <= ${dayBefore(now)}`
}

function dayBefore(now: Date): Date {
  return new Date(now.getTime() - DAY)
}
