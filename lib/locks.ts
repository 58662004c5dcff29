import type { Prisma } from '@/prisma/generated/client'

type Tx = Prisma.TransactionClient

/**
 * The advisory locks that every process knows, by what they serialise. A number never changes: during an upgrade the
 * old and the new release wait for each other by it.
 */
export const locks = {
  mailClaims: 72_707_402,
  firstContent: 72_707_403,
  auditEntries: 72_707_410,
  soloQuota: 72_707_420,
  facetCounts: 72_707_421,
  staffNotices: 72_707_430,
  silenceNotices: 72_707_431,
  siteSettings: 72_707_433,
  reviewClaims: 72_707_440,
  sharePictures: 7_361_204_418,
} as const

export type Lock = keyof typeof locks

/** Waits for a lock and holds it until the transaction ends. */
export async function takeLock(tx: Tx, lock: Lock): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${locks[lock]}::bigint)`
}

/** Takes a lock without waiting. @returns whether it is held until the transaction ends; false if another has it */
export async function tryLock(tx: Tx, lock: Lock): Promise<boolean> {
  const rows = await tx.$queryRaw<{ ours: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${locks[lock]}::bigint) AS ours`
  return rows[0]?.ours === true
}

/**
 * Waits for a lock on a name, such as the kind and the key of something that has no row yet, and holds it until the
 * transaction ends. To take several names, take them in one order (`lockNames`), or two transactions could wait for
 * each other.
 */
export async function lockName(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}
