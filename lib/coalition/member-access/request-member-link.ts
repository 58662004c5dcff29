import { db } from '@/lib/db'
import type { EmailAddress } from '@/lib/input/canonical-email'
import { admitFromNetwork, type ChallengeAnswer, type Refused } from '@/lib/integrity/admit'
import { queueMail } from '@/lib/mail/queue-mail'
import { sealRecord } from '@/lib/vault/seal-record'
import { newToken } from '@/lib/vault/token'
import { memberLinkMail } from './access-record'

/** Links that one network may request within an hour before its devices get a challenge. */
export const MAX_MEMBER_LINKS = 20

/** `later`: its mail comes an hour or two later. */
export type MemberLinkResult = { ok: true; later: boolean } | ({ ok: false; reason: 'rate_limited' } & Refused)

/**
 * Requests a link to a member's own page. It does not look up whose address it is: every request writes the same row,
 * and only the worker finds out whether it is a contact's.
 */
export async function requestMemberLink(
  { deliverable: to, canonical }: EmailAddress,
  locale: string,
  now: Date,
  sender: { network: string | null } & ChallengeAnswer = { network: null },
): Promise<MemberLinkResult> {
  const limit = { use: 'member_link', most: MAX_MEMBER_LINKS, canonical }
  const admission = await admitFromNetwork(limit, sender, now)
  if ('task' in admission) return { ok: false, reason: 'rate_limited', ...admission }
  const { mailAt, by } = admission
  const sealed = sealRecord(memberLinkMail.parse({ to, canonical, locale, token: newToken() }))
  const mail = { countedAs: canonical, kind: 'member_link', sealed, network: sender.network, solved: by === 'task' }
  await queueMail(db(), mail, now, mailAt)
  return { ok: true, later: mailAt > now }
}
