import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { admitFromNetwork, type Refused, type WaysIn } from '@/lib/integrity/admit'
import { fold } from '@/lib/integrity/fold'
import { queueMail } from '@/lib/mail/queue-mail'
import { blindIndex, blindIndexes } from '@/lib/vault/blind-index'
import { sealRecord } from '@/lib/vault/seal-record'
import { hashToken, newToken } from '@/lib/vault/token'
import { applicationMail, applicationRecord } from './application-record'
import type { ApplicationForm } from './read-application'

/** Applications that one network may send within an hour before its devices are given a task. */
const MOST_FROM_NETWORK = 20

/** `later`: its mail comes an hour or two later. */
export type ApplyResult = { ok: true; later: boolean } | ({ ok: false; reason: 'rate_limited' } & Refused)

/**
 * Receives an application to join: one pending row and one mail with a link to confirm it, durable when this
 * returns. Who has applied already gets the same answer, and a mail that says so; so does a stranger who enters
 * their address, and learns nothing.
 */
export async function apply(
  form: ApplicationForm,
  locale: string,
  now: Date,
  sender: { network: string | null } & WaysIn = { network: null },
): Promise<ApplyResult> {
  const { kind, name, contact, email, country, website, comment } = form
  const limit = { use: 'application', most: MOST_FROM_NETWORK, canonical: email.canonical }
  const admission = await admitFromNetwork(limit, sender, now)
  if ('task' in admission) return { ok: false, reason: 'rate_limited', ...admission }
  const { mailAt } = admission
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('a new token has the wrong form')
  const applicant = ['application', kind, fold(name), email.canonical] as const
  const applicantIndex = blindIndex(...applicant)
  const sealed = sealRecord(applicationRecord.parse({ name, contact, email: email.deliverable, website, comment }))
  const mail = sealRecord(
    applicationMail.parse({
      to: email.deliverable,
      locale,
      applicant: applicantIndex.toString('base64url'),
      token,
      postedAt: now.getTime(),
    }),
  )

  await db().$transaction(async (tx) => {
    // The same form sent twice at once: the second waits.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${applicantIndex.toString('hex')}, 0))`
    const queued = { countedAs: email.canonical, kind: 'application', sealed: mail, network: sender.network }
    await queueMail(tx, queued, now, mailAt)
    // During a rotation of keys it may stand under the index before.
    const known = await tx.application.findFirst({ where: { applicantIndex: { in: blindIndexes(...applicant) } } })
    const row = { kind, country, locale, sealed, tokenHash, receivedAt: now }
    if (!known) await tx.application.create({ data: { id: randomUUID(), applicantIndex, ...row } })
    else {
      const again = known.state === 'pending' || known.state === 'withdrawn'
      const data = again ? { ...row, state: 'pending' as const, confirmedAt: null } : {}
      await tx.application.update({ where: { id: known.id }, data: { applicantIndex, ...data } })
    }
  })
  return { ok: true, later: mailAt > now }
}
