import { db } from '@/lib/db'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { decryptSecret } from '../encrypt-secret'
import type { StaffSession } from '../find-staff-session'
import { queueStaffNotice } from '../notices/queue-staff-notice'
import { type Confirmed, passFactor, recordPassed } from './pass-factor'
import { spendRecoveryCode } from './recovery-codes'
import { totpStep } from './totp'

export type CheckResult = { ok: true } | { ok: false; reason: 'wrong' | 'locked' }

/** After this many wrong codes none is accepted for `LOCKED_FOR` ms, not even a correct one. */
const MAX_WRONG = 8
const LOCKED_FOR = 15 * 60_000

/**
 * Verifies a code of the authenticator app, or a recovery code, as the session's second factor.
 * @param confirms the request that the code confirms; absent at sign-in
 */
export async function checkCode(
  session: StaffSession,
  typed: string,
  now: Date,
  confirms?: Confirmed,
): Promise<CheckResult> {
  const { id } = session.user
  return db().$transaction(async (tx) => {
    // The row lock serialises a person's guesses.
    await lockRow(tx, 'staff', id)
    const user = await tx.user.findUniqueOrThrow({ where: { id } })
    const since = now.getTime() - (user.wrongCodeAt?.getTime() ?? 0)
    if (user.wrongCodes >= MAX_WRONG && since < LOCKED_FOR) return { ok: false, reason: 'locked' }

    const factor = await factorOf(tx, user, typed, now)
    if (!factor) {
      const wrongCodes = since < LOCKED_FOR ? user.wrongCodes + 1 : 1
      await tx.user.update({ where: { id }, data: { wrongCodes, wrongCodeAt: now } })
      if (wrongCodes === MAX_WRONG) await notifyOfLock(tx, user, now)
      return { ok: false, reason: 'wrong' }
    }
    await passFactor(tx, session, factor, now)
    await recordPassed(tx, session, factor, confirms, now)
    return { ok: true }
  })
}

/**
 * Notifies of the first lock of a day only, so that continued guessing does not fill mailboxes. The row lock prevents a
 * second notice.
 */
async function notifyOfLock(tx: Prisma.TransactionClient, { id, role }: { id: string; role: string }, now: Date) {
  const dayAgo = new Date(now.getTime() - 86_400_000)
  const recent = { staffId: id, kind: 'codes_locked', noticedAt: { gt: dayAgo } }
  if ((await tx.staffNotice.count({ where: recent })) > 0) return
  const at = now.toISOString().slice(0, 16).replace('T', ' ')
  await queueStaffNotice(tx, { kind: 'codes_locked', to: [id], detail: { at } }, now)
  await queueStaffNotice(tx, { kind: 'staff_locked', to: 'owners', detail: { role, staff: id, at } }, now)
}

async function factorOf(
  tx: Prisma.TransactionClient,
  user: { id: string; totpSecret: Uint8Array | null; totpSince: Date | null; totpStep: number },
  typed: string,
  now: Date,
) {
  if (user.totpSecret && user.totpSince) {
    const step = totpStep(decryptSecret(user.totpSecret, user.id), typed, user.totpStep, now)
    if (step !== null) {
      await tx.user.update({ where: { id: user.id }, data: { totpStep: step } })
      return 'app'
    }
  }
  return (await spendRecoveryCode(tx, user.id, typed, now)) ? 'recovery code' : null
}
