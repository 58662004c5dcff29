import type { Prisma } from '@/prisma/generated/client'
import { audit } from '../audit/audit'
import type { StaffSession } from '../find-staff-session'
import type { Verb } from '../roles'
import type { Staff } from '../staff'

export type Factor = 'app' | 'passkey' | 'recovery code'

/** Records that the second factor was verified in a session. */
export async function passFactor(
  tx: Prisma.TransactionClient,
  { id, user }: StaffSession,
  factor: Factor,
  now: Date,
): Promise<void> {
  await tx.session.update({ where: { id }, data: { secondFactorAt: now, factor, challenge: null } })
  await tx.user.update({ where: { id: user.id }, data: { wrongCodes: 0, signedInAt: now } })
}

/** The request that a factor was verified for, after sign-in. */
export interface Confirmed {
  verb: Verb
  /** SHA-256 of the request. */
  digest: Buffer
}

/** Logs that the second factor was verified, at sign-in or for one request. */
export function recordPassed(
  tx: Prisma.TransactionClient,
  session: StaffSession,
  factor: Factor,
  confirms: Confirmed | undefined,
  now: Date,
): Promise<void> {
  const by = staffOfPassed(session, factor)
  const what = confirms && { for: confirms.verb, request: confirms.digest.toString('hex') }
  const verb = confirms ? 'staff.step_up' : 'staff.sign_in'
  return audit(tx, { by, verb, subject: `staff:${session.user.id}`, detail: { factor, ...what } }, now)
}

/** The member of staff who has just signed in, for the audit log. */
export function staffOfPassed({ id, device, factor, user }: StaffSession, passed: Factor): Staff {
  return { id: user.id, email: user.email, role: user.role, session: { id, device, factor: factor ?? passed } }
}
