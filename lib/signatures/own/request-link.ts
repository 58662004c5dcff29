import { db } from '@/lib/db'
import type { EmailAddress } from '@/lib/integrity/canonical-email'
import { queueMail } from '@/lib/mail/queue-mail'
import { keyedHash } from '@/lib/vault/blind-index'
import { dayKey } from '@/lib/vault/day-key'
import { sealRecord } from '@/lib/vault/seal-record'
import { newToken } from '@/lib/vault/token'
import { OWN_LINK_SLOTS, ownLinkMail } from './own-content'

/**
 * Asks for a private link to one's own signatures. Whether the address has ever signed is not looked at here: the
 * same one row is written for all, and only the worker finds out whether there is anything to send.
 */
export async function requestLink(email: EmailAddress, locale: string, now: Date): Promise<void> {
  const { deliverable: to, canonical } = email
  const addressIndex = keyedHash(await dayKey('mail', now), OWN_LINK_SLOTS, canonical)
  const sealed = sealRecord(ownLinkMail.parse({ to, canonical, locale, token: newToken() }))
  await queueMail(db(), { addressIndex, kind: 'own_link', sealed }, now)
}
