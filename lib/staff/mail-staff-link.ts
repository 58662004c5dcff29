import { addressIndex } from '@/lib/mail/address-index'
import { networkTag } from '@/lib/mail/network-tag'
import { queueMail } from '@/lib/mail/queue-mail'
import { sealRecord } from '@/lib/vault/seal-record'
import type { Prisma } from '@/prisma/generated/client'
import { INVITATION_HOURS, makeSignInLink } from './sign-in-link'
import type { StaffLinkMail } from './staff-link-mail'

/** Maximum number of unsent sign-in mails for a person from one network. */
const MAX_WAITING = 2

/**
 * Makes a sign-in link and queues its mail. If the address has reached its hourly limit, the mail is sent later, and
 * the link is valid from then.
 * @param email canonical, of a member of staff
 * @param network from which the request came
 * @returns false if the network has queued enough mails already
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
  // Nobody has the link until the mail is sent, which may take a while; sending shortens its validity to minutes.
  const expires = new Date(now.getTime() + INVITATION_HOURS * 3_600_000)
  const link = await makeSignInLink(tx, email, expires)
  const mail: StaffLinkMail = { to: email, link, expires: expires.toISOString(), invitation: kind === 'invitation' }
  await queueMail(tx, { countedAs: email, kind: 'staff_link', sealed: sealRecord(mail), network }, now)
  return true
}
