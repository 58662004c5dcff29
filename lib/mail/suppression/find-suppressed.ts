import { db } from '@/lib/db'
import { suppressionHashes } from './address-hash'
import type { SuppressionReason } from './suppression-policy'

/** Which of these canonical addresses are on the suppression list, and why. */
export async function findSuppressed(
  canonicals: string[],
): Promise<Map<string, { reason: SuppressionReason; suppressedAt: Date }>> {
  const byHash = new Map(
    canonicals.flatMap((canonical) =>
      suppressionHashes(canonical).map((hash) => [hash.toString('hex'), canonical] as const),
    ),
  )
  if (byHash.size === 0) return new Map()
  const hashes = [...byHash.keys()].map((hash) => Buffer.from(hash, 'hex'))
  const rows = await db().suppression.findMany({ where: { addressHash: { in: hashes } } })
  return new Map(
    rows.map(({ addressHash, reason, suppressedAt }) => [
      byHash.get(Buffer.from(addressHash).toString('hex')) ?? '',
      { reason: reason as SuppressionReason, suppressedAt },
    ]),
  )
}
