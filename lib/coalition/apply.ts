import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { admitFromNetwork, type ChallengeAnswer, type Refused } from '@/lib/integrity/admit'
import { lockName } from '@/lib/locks'
import { queueMail } from '@/lib/mail/queue-mail'
import { sealRecord } from '@/lib/vault/seal-record'
import { sealWithToken } from '@/lib/vault/seal-with-token'
import { hashToken, newToken } from '@/lib/vault/token'
import { applicantIndexes } from './applicant-index'
import { applicationMail, applicationRecord, sealedApplication } from './application-record'
import type { ApplicationForm } from './read-application'

/** Applications that one network may send within an hour before its devices get a challenge. */
export const MAX_APPLICATIONS = 20

/** `later`: its mail comes an hour or two later. */
export type ApplyResult = { ok: true; later: boolean } | ({ ok: false; reason: 'rate_limited' } & Refused)

/**
 * Receives an application to join: one pending row and one mail with a link to confirm it, durable when this returns. A
 * repeated application gets the same answer, and a mail that says so; a stranger who enters somebody's address learns
 * nothing. A different application from the same address is stored separately, and belongs to the recipient of its
 * mail.
 */
export async function apply(
  form: ApplicationForm,
  locale: string,
  now: Date,
  sender: { network: string | null } & ChallengeAnswer = { network: null },
): Promise<ApplyResult> {
  const { kind, name, contact, email, country, website, comment } = form
  const limit = { use: 'application', most: MAX_APPLICATIONS, canonical: email.canonical }
  const admission = await admitFromNetwork(limit, sender, now)
  if ('task' in admission) return { ok: false, reason: 'rate_limited', ...admission }
  const { mailAt } = admission
  const record = applicationRecord.parse({ name, contact, email: email.deliverable, website, comment })
  const [applicantIndex, ...before] = applicantIndexes(kind, country, record)
  if (!applicantIndex) throw new Error('there is no key to index by')
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('a new token has the wrong form')
  const own = sealWithToken(token, record)
  const sealed = sealRecord(sealedApplication.parse({ ...record, token }))

  await db().$transaction(async (tx) => {
    // The same form sent twice at once: the second waits.
    await lockName(tx, applicantIndex.toString('hex'))
    // During a key rotation it may have the previous index.
    const where = { applicantIndex: { in: [applicantIndex, ...before] } }
    const known = await tx.application.findFirst({ where, select: { id: true, state: true } })
    const id = known?.id ?? randomUUID()
    const row = { kind, country, locale, sealed, own, tokenHash, receivedAt: now }
    if (!known) await tx.application.create({ data: { id, applicantIndex, ...row }, select: { id: true } })
    else {
      // A pending one keeps the link that was mailed.
      const withdrawn = { ...row, state: 'pending' as const, confirmedAt: null }
      const data = { withdrawn, pending: { receivedAt: now }, confirmed: {}, accepted: {}, declined: {} }[known.state]
      await tx.application.update({ where: { id }, data: { applicantIndex, ...data }, select: { id: true } })
    }
    const mail = applicationMail.parse({ to: email.deliverable, locale, application: id, postedAt: now.getTime() })
    const queued = {
      countedAs: email.canonical,
      kind: 'application',
      sealed: sealRecord(mail),
      network: sender.network,
      solved: admission.by === 'task',
    }
    await queueMail(tx, queued, now, mailAt)
  })
  return { ok: true, later: mailAt > now }
}
