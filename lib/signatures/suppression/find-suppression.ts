import { db } from '@/lib/db'
import type { SignatureKey } from '../admin/signature-key'

/** Why and since when the address of a signature is suppressed; null if it is not, or nothing is known yet. */
export async function findSuppression(key: SignatureKey): Promise<{ reason: string; suppressedAt: Date } | null> {
  const row = await db().suppressedSignature.findUnique({
    where: { petitionId_emailIndex: key },
    select: { suppression: { select: { reason: true, suppressedAt: true } } },
  })
  return row?.suppression ?? null
}
