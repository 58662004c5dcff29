import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { hashToken } from '@/lib/vault/token'

export type WithdrawCoSignatureResult = { ok: true; letterSlug: string } | { ok: false; reason: 'token_unknown' }

/**
 * Withdraws an organisation's co-signature: it leaves the letter at once. Its history is kept, without the person. Only
 * the link with which it was signed does so, however old it is: one that was never used says nothing about who signed
 * since.
 */
export async function withdrawCoSignature(token: string, now: Date): Promise<WithdrawCoSignatureResult> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return { ok: false, reason: 'token_unknown' }
  return db().$transaction(async (tx): Promise<WithdrawCoSignatureResult> => {
    const signedWith = { tokenHash, revokedAt: null, usedAt: { not: null } }
    const found = await tx.invitation.findUnique({
      where: signedWith,
      include: { coSignature: { omit: { sealed: true }, include: { letter: true } } },
    })
    if (!found) return { ok: false, reason: 'token_unknown' }
    const { id, letter } = found.coSignature
    const { count } = await tx.coSignature.updateMany({
      // In the same statement: staff may revoke the link at this moment.
      where: { id, state: { in: ['confirmed', 'approved'] }, invitations: { some: signedWith } },
      data: { state: 'withdrawn', sealed: null, domain: null },
    })
    if (count === 1) {
      await tx.coSignatureEvent.create({ data: { id: randomUUID(), coSignatureId: id, state: 'withdrawn', at: now } })
    }
    return { ok: true, letterSlug: letter.slug }
  })
}
