import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'

export type DecideCoSignatureResult = { ok: true } | { ok: false; reason: 'co_signature_unknown' | 'not_confirmed' }

/** Staff approve a confirmed co-signature, which makes it public, or decline it. */
export async function decideCoSignature(
  id: string,
  decision: 'approved' | 'declined',
  staffId: string,
  now: Date,
): Promise<DecideCoSignatureResult> {
  return db().$transaction(async (tx): Promise<DecideCoSignatureResult> => {
    const { count } = await tx.coSignature.updateMany({ where: { id, state: 'confirmed' }, data: { state: decision } })
    if (count === 0) {
      const known = await tx.coSignature.count({ where: { id } })
      return { ok: false, reason: known ? 'not_confirmed' : 'co_signature_unknown' }
    }
    await tx.coSignatureEvent.create({
      data: { id: randomUUID(), coSignatureId: id, state: decision, at: now, staffId },
    })
    return { ok: true }
  })
}
