import { db } from '@/lib/db'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from '../audit/audit'
import { decryptSecret, encryptSecret } from '../encrypt-secret'
import type { StaffSession } from '../find-staff-session'
import { passFactor, staffOfPassed } from './pass-factor'
import { newRecoveryCodes } from './recovery-codes'
import { newTotpSecret, totpStep } from './totp'

/**
 * Returns the secret to set up in this session: the same until a code from it is entered, and a different one in each
 * session, so that a secret seen by somebody else who followed a link is useless.
 */
export async function totpToEnrol({ id, user }: StaffSession): Promise<string> {
  const { totpSince } = await db().user.findUniqueOrThrow({ where: { id: user.id } })
  if (totpSince) throw new Error('an authenticator app is set up already')
  const totpSecret = encryptSecret(newTotpSecret(), ownerOf(id))
  // Two tabs opened at once show the same secret.
  await db().session.updateMany({ where: { id, totpSecret: null }, data: { totpSecret } })
  const kept = await db().session.findUniqueOrThrow({ where: { id }, select: { totpSecret: true } })
  return decryptSecret(kept.totpSecret ?? totpSecret, ownerOf(id))
}

/**
 * Sets up the authenticator app with its first code, which also counts as this session's second factor.
 * @returns ten recovery codes, to be shown once; null if the code is wrong
 */
export async function enrolTotp(session: StaffSession, typed: string, now: Date): Promise<string[] | null> {
  const { id } = session.user
  return db().$transaction(async (tx) => {
    await lockRow(tx, 'staff', id)
    const [user, pending] = [
      await tx.user.findUniqueOrThrow({ where: { id }, include: { passkeys: true } }),
      await tx.session.findUnique({ where: { id: session.id }, select: { totpSecret: true } }),
    ]
    if (!pending?.totpSecret || user.totpSince) return null
    // Another session has added their first factor meanwhile; this session must verify it.
    if (!session.secondFactorAt && user.passkeys.length > 0) return null
    const secret = decryptSecret(pending.totpSecret, ownerOf(session.id))
    const step = totpStep(secret, typed, user.totpStep, now)
    if (step === null) return null
    const totp = { totpSecret: encryptSecret(secret, id), totpSince: now, totpStep: step }
    await tx.user.update({ where: { id }, data: totp })
    await discardPendingTotp(tx, id)
    if (!session.secondFactorAt) await passFactor(tx, session, 'app', now)
    const codes = await newRecoveryCodes(tx, id)
    const by = staffOfPassed(session, 'app')
    await audit(tx, { by, verb: 'factor.add', subject: `staff:${id}`, detail: { factor: 'app' } }, now)
    return codes
  })
}

/** Deletes secrets that were shown and never confirmed, once a factor was added. */
export async function discardPendingTotp(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  await tx.session.updateMany({ where: { userId, totpSecret: { not: null } }, data: { totpSecret: null } })
}

function ownerOf(sessionId: string): string {
  return `enrol ${sessionId}`
}
