import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from '../audit/audit'
import type { Staff } from '../staff'

export type RemoveResult = { ok: true } | { ok: false; reason: 'last_factor' | 'changed' }

/** Takes one of one's own passkeys away. The last factor stays: without one nobody gets in. */
export function removePasskey(by: Staff, id: string, now: Date): Promise<RemoveResult> {
  return remove(by, 'passkey', now, async (tx) => (await tx.passkey.deleteMany({ where: { id, userId: by.id } })).count)
}

/** Takes one's own authenticator app away, such as one on a phone that is gone. */
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
  return db().$transaction(async (tx) => {
    // Two removed at once take turns on the row: the second finds one factor left.
    await tx.$queryRaw`SELECT 1 FROM staff WHERE id = ${by.id}::uuid FOR UPDATE`
    const user = await tx.user.findUniqueOrThrow({ where: { id: by.id }, include: { passkeys: true } })
    if (user.passkeys.length + (user.totpSince ? 1 : 0) < 2) return { ok: false, reason: 'last_factor' }
    if ((await take(tx)) === 0) return { ok: false, reason: 'changed' }
    await audit(tx, { by, verb: 'factor.remove', subject: `staff:${by.id}`, detail: { factor } }, now)
    return { ok: true }
  })
}
