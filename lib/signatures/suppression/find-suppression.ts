import { db } from '@/lib/db'
import type { SignatureKey } from '../admin/signature-key'

/** Why the address of a signature gets no mail, and since when; null where it gets some, or nothing is known yet. */
export async function findSuppression(key: SignatureKey): Promise<{ reason: string; suppressedAt: Date } | null> {
  const row = await db().suppressedSignature.findUnique({
    where: { petitionId_emailIndex: key },
    select: { suppression: { select: { reason: true, suppressedAt: true } } },
  })
  return row?.suppression ?? null
}
