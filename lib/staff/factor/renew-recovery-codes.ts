import { db } from '@/lib/db'
import { record } from '../audit/record'
import type { Staff } from '../staff'
import { newRecoveryCodes } from './recovery-codes'

/** Ten new recovery codes in place of the old ones. To be shown once. */
export async function renewRecoveryCodes(by: Staff, now: Date): Promise<string[]> {
  return db().$transaction(async (tx) => {
    const codes = await newRecoveryCodes(tx, by.id)
    await record(tx, { by, verb: 'factor.renew_codes', subject: `staff:${by.id}` }, now)
    return codes
  })
}

/** How many are left. */
export function countRecoveryCodes(userId: string): Promise<number> {
  return db().recoveryCode.count({ where: { userId, usedAt: null } })
}
