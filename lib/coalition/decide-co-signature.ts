import { randomUUID } from 'node:crypto'
import { isId } from '@/lib/input/id'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

export type DecideCoSignatureResult = { ok: true } | { ok: false; reason: 'co_signature_unknown' | 'not_confirmed' }

/** Approves a confirmed co-signature, which makes it public, or declines it. */
export function decideCoSignature(
  by: Staff,
  id: string,
  decision: 'approved' | 'declined',
  now: Date,
): Promise<DecideCoSignatureResult> {
  return staffWrite<DecideCoSignatureResult>(by, 'coalition.decide', now, async ({ tx, log }) => {
    if (!isId(id)) return { ok: false, reason: 'co_signature_unknown' }
    const { count } = await tx.coSignature.updateMany({ where: { id, state: 'confirmed' }, data: { state: decision } })
    if (count === 0) {
      const known = await tx.coSignature.count({ where: { id } })
      return { ok: false, reason: known ? 'not_confirmed' : 'co_signature_unknown' }
    }
    const staffId = by.id
    await tx.coSignatureEvent.create({
      data: { id: randomUUID(), coSignatureId: id, state: decision, at: now, staffId },
    })
    log(`co_signature.${decision}`, `co_signature:${id}`)
    return { ok: true }
  })
}
