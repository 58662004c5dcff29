import { randomUUID } from 'node:crypto'
import { isId } from '@/lib/input/id'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { Prisma } from '@/prisma/generated/client'
import type { CoSignatureState } from '@/prisma/generated/enums'
import { isOwnInvitation } from './own-invitation'

type Refusal = { ok: false; reason: 'co_signature_unknown' | 'not_confirmed' | 'own_invitation' }

export type DecideCoSignatureResult = { ok: true } | Refusal

/**
 * Approves a confirmed co-signature, which makes it public, or declines it. Whoever invited the organisation, or added
 * the contact who signed, does not approve it: `own_invitation`.
 */
export function decideCoSignature(
  by: Staff,
  id: string,
  decision: 'approved' | 'declined',
  now: Date,
): Promise<DecideCoSignatureResult> {
  return staffWrite<DecideCoSignatureResult>(by, 'coalition.decide', now, async ({ tx, log }) => {
    const refusal = await move(tx, by, id, { from: 'confirmed', to: decision }, now)
    if (refusal) return refusal
    if (decision === 'approved' && (await isOwnInvitation(tx, by.id, id)))
      return { ok: false, reason: 'own_invitation' }
    log(`co_signature.${decision}`, `co_signature:${id}`)
    return { ok: true }
  })
}

/**
 * Takes an approved co-signature off its letter, for a reason that the audit log keeps: one person does, so that a name
 * that nobody gave does not stand there until a second one is found. It is as declined as one that never stood there:
 * the organisation signs again once staff invite it.
 */
export function removeCoSignature(by: Staff, id: string, why: string, now: Date): Promise<DecideCoSignatureResult> {
  return staffWrite<DecideCoSignatureResult>(by, 'coalition.decide', now, async ({ tx, log }) => {
    const refusal = await move(tx, by, id, { from: 'approved', to: 'declined' }, now)
    if (refusal) return refusal
    log('co_signature.remove', `co_signature:${id}`, { why })
    return { ok: true }
  })
}

/** In one statement: of two who decide at once, one finds it changed. */
async function move(
  tx: Prisma.TransactionClient,
  by: Staff,
  id: string,
  { from, to }: Record<'from' | 'to', CoSignatureState>,
  now: Date,
): Promise<Refusal | null> {
  if (!isId(id)) return { ok: false, reason: 'co_signature_unknown' }
  const { count } = await tx.coSignature.updateMany({ where: { id, state: from }, data: { state: to } })
  if (count === 0) {
    const known = await tx.coSignature.count({ where: { id } })
    return { ok: false, reason: known ? 'not_confirmed' : 'co_signature_unknown' }
  }
  const event = { id: randomUUID(), coSignatureId: id, state: to, at: now, staffId: by.id }
  await tx.coSignatureEvent.create({ data: event })
  return null
}
