import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import type { Staff } from '../staff'
import { staffWrite } from '../staff-write'

export type RemoveResult = { ok: true } | { ok: false; reason: 'last_factor' | 'changed' }

/** Removes one of the person's own passkeys. The last factor cannot be removed: without one they could not sign in. */
export function removePasskey(by: Staff, id: string, now: Date): Promise<RemoveResult> {
  return remove(by, 'passkey', now, async (tx) => (await tx.passkey.deleteMany({ where: { id, userId: by.id } })).count)
}

/** Removes the person's own authenticator app, such as one on a lost phone. */
export function removeApp(by: Staff, now: Date): Promise<RemoveResult> {
  const nothing = { totpSecret: null, totpSince: null, totpStep: 0 }
  return remove(by, 'app', now, async (tx) => {
    const where = { id: by.id, totpSince: { not: null } }
    return (await tx.user.updateMany({ where, data: nothing })).count
  })
}

function remove(
  by: Staff,
  factor: string,
  now: Date,
  take: (tx: Prisma.TransactionClient) => Promise<number>,
): Promise<RemoveResult> {
  return staffWrite<RemoveResult>(by, 'factor.manage', now, async ({ tx, log }) => {
    // The lock serialises two removals, so the second finds one factor left.
    await lockRow(tx, 'staff', by.id)
    const user = await tx.user.findUniqueOrThrow({ where: { id: by.id }, include: { passkeys: true } })
    if (user.passkeys.length + (user.totpSince ? 1 : 0) < 2) return { ok: false, reason: 'last_factor' }
    if ((await take(tx)) === 0) return { ok: false, reason: 'changed' }
    log('factor.remove', `staff:${by.id}`, { factor })
    return { ok: true }
  })
}
