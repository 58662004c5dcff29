import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { newToken } from '@/lib/vault/token'
import type { StaffSession } from '../find-staff-session'
import { queueStaffNotice } from '../notices/queue-staff-notice'

/**
 * Records in which browser somebody signed in, by a random cookie only: no address and no browser name is kept. A
 * person is mailed about a browser they had not used before, except the first one, in which they set up their first
 * factor.
 * @param known the cookie, if the browser has one
 * @returns the cookie that it has from now on
 */
export async function noteBrowser(session: StaffSession, known: string | undefined, now: Date): Promise<string> {
  const token = known && /^[A-Za-z0-9_-]{43}$/.test(known) ? known : newToken()
  const staffId = session.user.id
  const key = { staffId, tokenHash: hashOf(staffId, token) }
  await db().$transaction(async (tx) => {
    const before = await tx.staffBrowser.count({ where: { staffId } })
    const { count } = await tx.staffBrowser.createMany({ data: { ...key, usedOn: now }, skipDuplicates: true })
    if (count === 0) await tx.staffBrowser.updateMany({ where: key, data: { usedOn: now } })
    else if (before > 0 || isEnrolledBefore(session)) {
      const at = now.toISOString().slice(0, 16).replace('T', ' ')
      await queueStaffNotice(tx, { kind: 'new_browser', to: [staffId], detail: { device: session.device, at } }, now)
    }
  })
  return token
}

/** The session is as it was before the factor was verified or set up. */
function isEnrolledBefore({ user }: StaffSession): boolean {
  return user.hasTotp || user.passkeys > 0
}

/** Per person: the same browser used by two counts as two browsers. */
function hashOf(staffId: string, token: string): Buffer<ArrayBuffer> {
  return createHash('sha256').update(`icnk.org/staff-browser/v1\n${staffId} ${token}`).digest() as Buffer<ArrayBuffer>
}
