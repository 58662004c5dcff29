import type { Prisma } from '@/prisma/generated/client'

/**
 * A caller that gives an organisation a place at a letter locks its name until the transaction ends: others who do so
 * at the same moment wait, and then find it.
 * @param names folded; in one call, as two calls could wait for each other
 */
export async function lockNames(tx: Prisma.TransactionClient, letterId: string, names: string[]): Promise<void> {
  const keys = names.map((name) => `${letterId} ${name}`)
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(lock)
    FROM (SELECT DISTINCT hashtextextended(key, 0) AS lock FROM unnest(${keys}::text[]) AS key ORDER BY lock) AS sorted`
}
