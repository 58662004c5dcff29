import type { Prisma } from '@/prisma/generated/client'
import type { DeskSession } from '../find-desk-session'
import type { Staff } from '../staff'

export type Factor = 'app' | 'passkey' | 'recovery code'

/** Notes at the session that the second factor was shown in it. */
export async function passFactor(
  tx: Prisma.TransactionClient,
  { id, user }: DeskSession,
  factor: Factor,
  now: Date,
): Promise<void> {
  await tx.session.update({ where: { id }, data: { secondFactorAt: now, factor, challenge: null } })
  await tx.user.update({ where: { id: user.id }, data: { wrongCodes: 0, signedInAt: now } })
}

/** Who signed in just now, for the record. */
export function staffOfPassed({ id, device, factor, user }: DeskSession, passed: Factor): Staff {
  return { id: user.id, email: user.email, role: user.role, session: { id, device, factor: factor ?? passed } }
}
