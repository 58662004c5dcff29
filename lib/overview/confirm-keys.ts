import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

/** How long a confirmation of the key copies is valid, in ms. */
const GOOD_FOR = 180 * 86_400_000

/** Records in the audit log that copies of the private keys in use are stored elsewhere. */
export function confirmKeys(by: Staff, now: Date): Promise<{ ok: true }> {
  return staffWrite(by, 'keys.confirm', now, async ({ log }) => {
    log('keys.confirm', `key:${keyName()}`)
    return { ok: true }
  })
}

/** Tells whether somebody has confirmed copies of the keys in use within half a year. */
export async function areKeysConfirmed(now: Date): Promise<boolean> {
  const at = { gt: new Date(now.getTime() - GOOD_FOR) }
  return (await db().auditEntry.count({ where: { verb: 'keys.confirm', subject: `key:${keyName()}`, at } })) > 0
}

/** A fingerprint of the sealing key pair, by which people compare copies: 16 hex digits. */
export function keyName(): string {
  return createHash('sha256').update(env().SEAL_PUBLIC_KEY).digest('hex').slice(0, 16)
}
