import { db } from '@/lib/db'
import type { Staff } from '../staff'
import { staffWrite } from '../staff-write'
import { newRecoveryCodes } from './recovery-codes'

/** Replaces the person's recovery codes with ten new ones, to be shown once. */
export function renewRecoveryCodes(by: Staff, now: Date): Promise<string[]> {
  return staffWrite(by, 'factor.manage', now, async ({ tx, log }) => {
    log('factor.renew_codes', `staff:${by.id}`)
    return newRecoveryCodes(tx, by.id)
  })
}

/** Counts unused recovery codes. */
export function countRecoveryCodes(userId: string): Promise<number> {
  return db().recoveryCode.count({ where: { userId, usedAt: null } })
}
