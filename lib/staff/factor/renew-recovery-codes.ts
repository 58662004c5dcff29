import { db } from '@/lib/db'
import { audit } from '../audit/audit'
import type { Staff } from '../staff'
import { newRecoveryCodes } from './recovery-codes'

/** Ten new recovery codes in place of the old ones. To be shown once. */
export async function renewRecoveryCodes(by: Staff, now: Date): Promise<string[]> {
  return db().$transaction(async (tx) => {
    const codes = await newRecoveryCodes(tx, by.id)
    await audit(tx, { by, verb: 'factor.renew_codes', subject: `staff:${by.id}` }, now)
    return codes
  })
}

/** How many are left. */
export function countRecoveryCodes(userId: string): Promise<number> {
  return db().recoveryCode.count({ where: { userId, usedAt: null } })
}
