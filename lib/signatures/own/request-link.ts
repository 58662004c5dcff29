import { db } from '@/lib/db'
import { admitFromNetwork, type Refused, type WaysIn } from '@/lib/integrity/admit'
import type { EmailAddress } from '@/lib/integrity/canonical-email'
import { queueMail } from '@/lib/mail/queue-mail'
import { keyedHash } from '@/lib/vault/blind-index'
import { dayKey } from '@/lib/vault/day-key'
import { sealRecord } from '@/lib/vault/seal-record'
import { newToken } from '@/lib/vault/token'
import { OWN_LINK_SLOTS, ownLinkMail } from './own-content'

/** Links that one network may ask for within an hour before its devices are given a task. */
const MOST_FROM_NETWORK = 60

export type LinkRequest = { ok: true; later?: true } | ({ ok: false; reason: 'rate_limited' } & Refused)

/**
 * Asks for a private link to one's own signatures. Whether the address has ever signed is not looked at here: the
 * same one row is written for all, and only the worker finds out whether there is anything to send.
 */
export async function requestLink(
  email: EmailAddress,
  locale: string,
  now: Date,
  asker: { network: string | null } & WaysIn = { network: null },
): Promise<LinkRequest> {
  const { deliverable: to, canonical } = email
  const admission = await admitFromNetwork({ use: 'own link', most: MOST_FROM_NETWORK, canonical }, asker, now)
  if ('task' in admission) return { ok: false, reason: 'rate_limited', ...admission }
  const { mailAt } = admission
  const addressIndex = keyedHash(await dayKey('mail', now), OWN_LINK_SLOTS, canonical)
  const sealed = sealRecord(ownLinkMail.parse({ to, canonical, locale, token: newToken() }))
  await queueMail(db(), { addressIndex, kind: 'own_link', sealed }, now, mailAt)
  return mailAt > now ? { ok: true, later: true } : { ok: true }
}
