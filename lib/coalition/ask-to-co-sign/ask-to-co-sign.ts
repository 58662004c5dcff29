import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { admitFromNetwork, type ChallengeAnswer, type Refused } from '@/lib/integrity/admit'
import { queueMail } from '@/lib/mail/queue-mail'
import { sealRecord } from '@/lib/vault/seal-record'
import { hashToken, newToken } from '@/lib/vault/token'
import { ASK_LIFE_DAYS, askMail } from './ask-record'
import { type CoSignAsk, domainOf } from './read-ask'

/** Links that one network may ask for within an hour before its devices get a challenge. */
export const MAX_ASKS = 20

/** `later`: its mail comes an hour or two later. */
export type AskResult =
  | { ok: true; later: boolean }
  | { ok: false; reason: 'letter_unknown' | 'letter_closed' }
  | ({ ok: false; reason: 'rate_limited' } & Refused)

/**
 * An organisation asks to sign an open letter: a link is mailed to an address of its own domain, with which it signs as
 * one that staff invited does. Until then it takes no name from anybody: what is asked for is found by its link alone.
 */
export async function askToCoSign(
  letterSlug: string,
  { organisation, country, email }: CoSignAsk,
  locale: string,
  now: Date,
  sender: { network: string | null } & ChallengeAnswer = { network: null },
): Promise<AskResult> {
  const letter = await db().letter.findFirst({ where: { slug: letterSlug, status: { not: 'draft' } } })
  if (!letter) return { ok: false, reason: 'letter_unknown' }
  if (letter.status !== 'open') return { ok: false, reason: 'letter_closed' }
  const limit = { use: 'co_sign_ask', most: MAX_ASKS, canonical: email.canonical }
  const admission = await admitFromNetwork(limit, sender, now)
  if ('task' in admission) return { ok: false, reason: 'rate_limited', ...admission }
  const { mailAt } = admission
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('a new token has the wrong form')
  const mail = askMail.parse({ to: email.deliverable, locale, letterSlug, token, postedAt: now.getTime() })
  const expiresAt = new Date(now.getTime() + ASK_LIFE_DAYS * 86_400_000)
  const id = randomUUID()
  await db().$transaction(async (tx) => {
    // Its own name to be found by, until it signs: nobody can reserve another organisation's by asking.
    const row = { id, letterId: letter.id, organisation, search: `asked ${id}`, country, domain: domainOf(email) }
    await tx.coSignature.create({ data: { ...row, createdAt: now }, select: { id: true } })
    await tx.invitation.create({ data: { tokenHash, coSignatureId: id, createdAt: now, expiresAt } })
    const queued = {
      countedAs: email.canonical,
      kind: 'co_sign_ask',
      sealed: sealRecord(mail),
      network: sender.network,
      solved: admission.by === 'task',
    }
    await queueMail(tx, queued, now, mailAt)
  })
  return { ok: true, later: mailAt > now }
}
