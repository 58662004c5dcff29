import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

export type DecideCoSignatureResult = { ok: true } | { ok: false; reason: 'co_signature_unknown' | 'not_confirmed' }

/** Staff approve a confirmed co-signature, which makes it public, or decline it. */
export async function decideCoSignature(
  by: Staff,
  id: string,
  decision: 'approved' | 'declined',
  now: Date,
): Promise<DecideCoSignatureResult> {
  authorise(by, 'coalition.decide')
  if (!isId(id)) return { ok: false, reason: 'co_signature_unknown' }
  return db().$transaction(async (tx): Promise<DecideCoSignatureResult> => {
    const { count } = await tx.coSignature.updateMany({ where: { id, state: 'confirmed' }, data: { state: decision } })
    if (count === 0) {
      const known = await tx.coSignature.count({ where: { id } })
      return { ok: false, reason: known ? 'not_confirmed' : 'co_signature_unknown' }
    }
    const staffId = by.id
    await tx.coSignatureEvent.create({
      data: { id: randomUUID(), coSignatureId: id, state: decision, at: now, staffId },
    })
    await audit(tx, { by, verb: `co_signature.${decision}`, subject: `co_signature:${id}` }, now)
    return { ok: true }
  })
}
