import { db } from '@/lib/db'
import { audit } from '../audit/audit'
import type { StaffSession } from '../find-staff-session'
import { decryptSecret, encryptSecret } from '../secret-box'
import { passFactor, staffOfPassed } from './pass-factor'
import { newRecoveryCodes } from './recovery-codes'
import { newTotpSecret, totpStep } from './totp'

/** The secret that a person is setting up: the same until a code from it is entered. */
export async function totpToEnrol({ user }: StaffSession): Promise<string> {
  const row = await db().user.findUniqueOrThrow({ where: { id: user.id } })
  if (row.totpSince) throw new Error('an authenticator app is set up already')
  if (row.totpSecret) return decryptSecret(row.totpSecret, user.id)
  const secret = newTotpSecret()
  const totpSecret = encryptSecret(secret, user.id)
  // Two tabs at once show the same secret.
  await db().user.updateMany({ where: { id: user.id, totpSecret: null }, data: { totpSecret } })
  const kept = await db().user.findUniqueOrThrow({ where: { id: user.id } })
  return kept.totpSecret ? decryptSecret(kept.totpSecret, user.id) : secret
}

/**
 * Sets up the authenticator app with its first code, which is also this session's second factor.
 * @returns ten recovery codes, to be shown once; null where the code is wrong
 */
export async function enrolTotp(session: StaffSession, typed: string, now: Date): Promise<string[] | null> {
  const { id } = session.user
  return db().$transaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id } })
    if (!user.totpSecret || user.totpSince) return null
    const step = totpStep(decryptSecret(user.totpSecret, id), typed, user.totpStep, now)
    if (step === null) return null
    const { count } = await tx.user.updateMany({
      where: { id, totpSince: null },
      data: { totpSince: now, totpStep: step },
    })
    if (count === 0) return null
    if (!session.secondFactorAt) await passFactor(tx, session, 'app', now)
    const codes = await newRecoveryCodes(tx, id)
    const by = staffOfPassed(session, 'app')
    await audit(tx, { by, verb: 'factor.add', subject: `staff:${id}`, detail: { factor: 'app' } }, now)
    return codes
  })
}
