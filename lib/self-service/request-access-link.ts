import { db } from '@/lib/db'
import type { EmailAddress } from '@/lib/input/canonical-email'
import { admit, admitFromNetwork, type ChallengeAnswer, type Refused } from '@/lib/integrity/admit'
import { queueMail } from '@/lib/mail/queue-mail'
import { sealRecord } from '@/lib/vault/seal-record'
import { newToken } from '@/lib/vault/token'
import { accessLinkMail } from './access-content'

/** Links that one network may request within an hour before its devices get a challenge. */
export const MAX_ACCESS_LINKS = 60

export type AccessLinkResult = { ok: true; later?: true } | ({ ok: false; reason: 'rate_limited' } & Refused)

/**
 * Requests an access link to one's own signatures; again, and at once, with a solved challenge. It does not look up
 * whether the address has signed: every request writes the same row, and only the worker finds out whether there is
 * anything to send.
 */
export async function requestAccessLink(
  email: EmailAddress,
  locale: string,
  now: Date,
  asker: { network: string | null; again?: boolean } & ChallengeAnswer = { network: null },
): Promise<AccessLinkResult> {
  const { deliverable: to, canonical } = email
  const { network, again = false } = asker
  const limit = { use: 'access link', most: MAX_ACCESS_LINKS, canonical }
  const admission = again
    ? await admit(
        asker,
        ['access link', canonical],
        [{ kind: 'access link again', name: `access link again ${network}`, slots: MAX_ACCESS_LINKS }],
        now,
      )
    : await admitFromNetwork(limit, asker, now)
  if ('task' in admission) return { ok: false, reason: 'rate_limited', ...admission }
  const { mailAt } = admission
  const sealed = sealRecord(accessLinkMail.parse({ to, canonical, locale, token: newToken() }))
  const solved = admission.by === 'task'
  await queueMail(db(), { countedAs: canonical, kind: 'access_link', sealed, network, solved }, now, mailAt)
  return mailAt > now ? { ok: true, later: true } : { ok: true }
}
