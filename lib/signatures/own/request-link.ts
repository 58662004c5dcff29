import { db } from '@/lib/db'
import { admit, admitFromNetwork, type Refused, type WaysIn } from '@/lib/integrity/admit'
import type { EmailAddress } from '@/lib/integrity/canonical-email'
import { queueMail } from '@/lib/mail/queue-mail'
import { sealRecord } from '@/lib/vault/seal-record'
import { newToken } from '@/lib/vault/token'
import { ownLinkMail } from './own-content'

/** Links that one network may ask for within an hour before its devices are given a task. */
const MOST_FROM_NETWORK = 60

export type LinkRequest = { ok: true; later?: true } | ({ ok: false; reason: 'rate_limited' } & Refused)

/**
 * Asks for a private link to one's own signatures; again, and at once, with a solved task. Whether the address has ever signed is not looked at here: the
 * same one row is written for all, and only the worker finds out whether there is anything to send.
 */
export async function requestLink(
  email: EmailAddress,
  locale: string,
  now: Date,
  asker: { network: string | null; again?: boolean } & WaysIn = { network: null },
): Promise<LinkRequest> {
  const { deliverable: to, canonical } = email
  const { network, again = false } = asker
  const limit = { use: 'own link', most: MOST_FROM_NETWORK, canonical }
  const admission = again
    ? await admit(
        asker,
        ['own link', canonical],
        [{ kind: 'own link again', name: `own link again ${network}`, places: MOST_FROM_NETWORK }],
        now,
      )
    : await admitFromNetwork(limit, asker, now)
  if ('task' in admission) return { ok: false, reason: 'rate_limited', ...admission }
  const { mailAt } = admission
  const sealed = sealRecord(ownLinkMail.parse({ to, canonical, locale, token: newToken() }))
  const solved = admission.by === 'task'
  await queueMail(db(), { countedAs: canonical, kind: 'own_link', sealed, network, solved }, now, mailAt)
  return mailAt > now ? { ok: true, later: true } : { ok: true }
}
