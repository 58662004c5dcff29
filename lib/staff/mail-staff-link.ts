import { addressIndex } from '@/lib/mail/address-index'
import { networkTag } from '@/lib/mail/network-tag'
import { queueMail } from '@/lib/mail/queue-mail'
import { sealRecord } from '@/lib/vault/seal-record'
import type { Prisma } from '@/prisma/generated/client'
import { INVITATION_HOURS, makeSignInLink } from './sign-in-link'
import type { StaffLinkMail } from './staff-link-mail'

/** Unsent mails that one network may have queued for a person. */
const MAX_WAITING = 2

/**
 * Makes a sign-in link and mails it; if the address has reached its hourly limit, later, and valid from then.
 * @param email canonical, of a member of staff
 * @param network that the request came from
 * @returns false if enough requests from that network are still queued
 */
export async function mailStaffLink(
  tx: Prisma.TransactionClient,
  email: string,
  kind: 'sign-in' | 'invitation',
  now: Date,
  network: string | null = null,
): Promise<boolean> {
  const index = addressIndex(email)
  const unsent = { addressIndex: index, network: networkTag(index, network), sentAt: null, failedAt: null }
  if ((await tx.mail.count({ where: { ...unsent, kind: 'staff_link' } })) >= MAX_WAITING) return false
  // A sign-in link's expiry is shortened to minutes when it is mailed: until then nobody has it, and it may have to
  // wait.
  const expires = new Date(now.getTime() + INVITATION_HOURS * 3_600_000)
  const link = await makeSignInLink(tx, email, expires)
  const mail: StaffLinkMail = { to: email, link, expires: expires.toISOString(), invitation: kind === 'invitation' }
  await queueMail(tx, { countedAs: email, kind: 'staff_link', sealed: sealRecord(mail), network }, now)
  return true
}
