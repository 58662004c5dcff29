import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

/** In ms: how long it counts that somebody confirmed the copies. */
const GOOD_FOR = 180 * 86_400_000

/** Records that copies of the private keys lie elsewhere: in the audit log, with the key that is in use. */
export function confirmKeys(by: Staff, now: Date): Promise<{ ok: true }> {
  return staffWrite(by, 'keys.confirm', now, async ({ log }) => {
    log('keys.confirm', `key:${keyName()}`)
    return { ok: true }
  })
}

/** Whether somebody confirmed it of the key in use within half a year. */
export async function areKeysConfirmed(now: Date): Promise<boolean> {
  const at = { gt: new Date(now.getTime() - GOOD_FOR) }
  return (await db().auditEntry.count({ where: { verb: 'keys.confirm', subject: `key:${keyName()}`, at } })) > 0
}

/** A name of the key pair to which names and addresses are sealed, by which people compare copies. */
export function keyName(): string {
  return createHash('sha256').update(env().SEAL_PUBLIC_KEY).digest('hex').slice(0, 16)
}
