import type { Prisma } from '@/prisma/generated/client'
import { SOLO_QUOTA } from './solo-quota'

const DAY = 86_400_000
/** Reservations are serialised: each takes a millisecond and must see the one before it. */
const QUOTA_LOCK = 72_707_420

/**
 * Reserves quota for what one person does to signatures without a second approver: `SOLO_QUOTA` within 24 hours for
 * each person, and as many for each petition whoever acts. All verbs that can move many signatures share it (hold,
 * release, remove, restore, lift a suppression, resend a mail), so that neither batches, nor taking turns, nor mixing
 * verbs can exceed it. Each signature takes a numbered slot for a day, and the table has no more slots.
 * @returns false if there is not enough: then nothing was reserved, and nothing may be done
 */
export async function reserveSoloQuota(
  tx: Prisma.TransactionClient,
  by: { id: string },
  petitionId: string,
  signatures: number,
  now: Date,
): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${QUOTA_LOCK})`
  if ((await soloQuotaLeft(tx, by, petitionId, now)) < signatures) return false
  for (const [scope, key] of scopes(by, petitionId)) {
    const slots = (await freeSlots(tx, scope, key, now)).slice(0, signatures)
    const reserved = await tx.$executeRaw`
      INSERT INTO solo_quota AS old (scope, key, slot, taken_at)
      SELECT ${scope}, ${key}::uuid, slot, ${now} FROM unnest(${slots}::int[]) slot
      ON CONFLICT (scope, key, slot) DO UPDATE SET taken_at = excluded.taken_at WHERE old.taken_at <= ${dayBefore(now)}`
    if (reserved !== signatures) throw new Error(`${reserved} of ${signatures} slots were reserved`)
  }
  return true
}

/** How many more signatures of a petition a person may act on alone. */
export async function soloQuotaLeft(
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
    SELECT slot FROM generate_series(1, ${SOLO_QUOTA}::int) slot WHERE slot NOT IN (
      SELECT slot FROM solo_quota WHERE scope = ${scope} AND key = ${key}::uuid AND taken_at > ${dayBefore(now)})
    ORDER BY slot`
  return rows.map(({ slot }) => slot)
}

function dayBefore(now: Date): Date {
  return new Date(now.getTime() - DAY)
}
