import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { newToken } from '@/lib/vault/token'
import type { StaffSession } from '../find-staff-session'
import { queueStaffNotice } from '../notices/queue-staff-notice'

/**
 * Records the browser in which somebody signed in, by a random cookie only: neither address nor browser name is stored.
 * Mails the person if they had not used it before, except for the browser in which they set up their first factor.
 * @param known the cookie, if the browser has one
 * @returns the browser's new cookie
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

/** Tells whether a factor existed before this sign-in; the session has the state from before. */
function isEnrolledBefore({ user }: StaffSession): boolean {
  return user.hasTotp || user.passkeys > 0
}

/** Includes the person: a browser used by two people counts as two. */
function hashOf(staffId: string, token: string): Buffer<ArrayBuffer> {
  return createHash('sha256').update(`icnk.org/staff-browser/v1\n${staffId} ${token}`).digest() as Buffer<ArrayBuffer>
}
