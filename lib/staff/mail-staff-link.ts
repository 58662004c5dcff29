import { queueMail } from '@/lib/mail/queue-mail'
import { keyedHash } from '@/lib/vault/blind-index'
import { dayKey } from '@/lib/vault/day-key'
import { sealRecord } from '@/lib/vault/seal-record'
import type { Prisma } from '@/prisma/generated/client'
import { INVITATION_HOURS, LINK_MINUTES, makeSignInLink } from './sign-in-link'
import type { StaffLinkMail } from './staff-link-mail'

/** Two mails to one person in this many minutes at most. */
const WINDOW = 10

/**
 * Makes a sign-in link and mails it.
 * @param email canonical, of somebody who works here
 * @returns false where they had two just now
 */
export async function mailStaffLink(
  tx: Prisma.TransactionClient,
  email: string,
  kind: 'sign-in' | 'invitation',
  now: Date,
): Promise<boolean> {
  const window = String(Math.floor(now.getTime() / (WINDOW * 60_000)))
  const addressIndex = keyedHash(await dayKey('mail', now), 'staff', email, window)
  const day = new Date(now.toISOString().slice(0, 10))
  if ((await tx.mail.count({ where: { addressIndex, day } })) >= 2) return false
  const minutes = kind === 'invitation' ? INVITATION_HOURS * 60 : LINK_MINUTES
  const expires = new Date(now.getTime() + minutes * 60_000)
  const link = await makeSignInLink(tx, email, expires)
  const mail: StaffLinkMail = { to: email, link, expires: expires.toISOString(), invitation: kind === 'invitation' }
  return queueMail(tx, { addressIndex, kind: 'staff_link', sealed: sealRecord(mail) }, now)
}
