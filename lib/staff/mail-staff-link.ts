import { addressIndex } from '@/lib/mail/address-index'
import { networkTag } from '@/lib/mail/network-tag'
import { queueMail } from '@/lib/mail/queue-mail'
import { sealRecord } from '@/lib/vault/seal-record'
import type { Prisma } from '@/prisma/generated/client'
import { INVITATION_HOURS, makeSignInLink } from './sign-in-link'
import type { StaffLinkMail } from './staff-link-mail'

/** Unsent mails that one network may have waiting for a person. */
const MAX_WAITING = 2

/**
 * Makes a sign-in link and mails it; where the address has had its mails of the hour, later, and good from then.
 * @param email canonical, of a member of staff
 * @param network that the request came from
 * @returns false where enough that were asked for from there have not gone out yet
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
  // One to sign in with is cut to its minutes when it is mailed: until then nobody has it, and it may have to wait.
  const expires = new Date(now.getTime() + INVITATION_HOURS * 3_600_000)
  const link = await makeSignInLink(tx, email, expires)
  const mail: StaffLinkMail = { to: email, link, expires: expires.toISOString(), invitation: kind === 'invitation' }
  await queueMail(tx, { countedAs: email, kind: 'staff_link', sealed: sealRecord(mail), network }, now)
  return true
}
