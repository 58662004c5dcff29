import { env } from '@/lib/env'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import type { MailRow } from '@/lib/mail/mail-row'
import { alreadySigned } from '@/lib/mail/messages/already-signed'
import { confirmSignature } from '@/lib/mail/messages/confirm-signature'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { servedLocale } from '@/messages/translator'
import { LINK_LIFE_DAYS, REMIND_AFTER_DAYS } from './link-life'
import { viaTag } from './link-via'
import { findMailSubjects, type MailSubject } from './mail-subjects'
import { signatureRecord } from './signature-record'

/** Mails composed at once: few, so that a server in the same process can answer in between. */
const AT_ONCE = 8

const REMINDER = 'reminder'

type Composed = ComposedMail | null | 'unreadable'

/**
 * Composes the mails of rows about signatures, and reminders of forms: with the link of the row's form or, if its
 * person has a signature by now, of that signature.
 * @returns one result per row, in their order; null if nothing is left to say, because the form was erased, has expired
 *   or was confirmed, or its mail was sent since the row was queued
 */
export async function composeSignatureMail(rows: MailRow[], now: Date): Promise<Composed[]> {
  const subjects = await findMailSubjects(rows)
  // The same form posted twice within a moment gets one mail in this batch.
  const said = new Set<string>()
  const work = rows.map((row, i) => {
    const subject = subjects[i]
    if (!subject || said.has(subject.key) || !isNeeded(row, subject, now)) return async () => null
    said.add(subject.key)
    return () => compose(row, subject, now)
  })

  const composed: Composed[] = []
  for (let start = 0; start < work.length; start += AT_ONCE) {
    composed.push(...(await Promise.all(work.slice(start, start + AT_ONCE).map((make) => make()))))
  }
  return composed
}

function isNeeded(row: MailRow, subject: MailSubject, now: Date): boolean {
  if (row.kind === REMINDER && subject.kind === 'form' && subject.noReminder) return false
  if (subject.kind === 'form') return subject.petitionStatus === 'open' && now < expiry(subject.receivedAt)
  // A person who has confirmed since the form was posted has this mail already, and needs no reminder.
  return row.kind !== REMINDER && row.queuedAt > subject.confirmedAt
}

async function compose(row: MailRow, subject: MailSubject, now: Date): Promise<Composed> {
  const record = tryOpen(() => openRecord(subject.sealed, signatureRecord))
  if (!record) return 'unreadable'
  const locale = servedLocale(subject.locale)
  const mail = {
    locale,
    to: record.email,
    name: record.name,
    petition: subject.title,
    petitionLocale: subject.textLocale,
    postedAt: row.queuedAt,
    neutral: env().MAIL_NEUTRAL || record.neutral === 1 || asksForNeutral(subject.repeated),
    link: `${env().SITE_URL}/${locale}/signature/${record.token}`,
  }
  if (subject.kind === 'signature') return alreadySigned(mail)
  // Once the form has expired, nothing else knows the code.
  const link = subject.via ? `${mail.link}?from=${viaTag(record.token, subject.via)}` : mail.link
  const { receivedAt } = subject
  const comes = subject.isRemindedOf && now < daysAfter(receivedAt, REMIND_AFTER_DAYS)
  const reminder = row.kind === REMINDER ? 'this' : comes ? 'comes' : null
  const postedAt = reminder === 'this' ? receivedAt : row.queuedAt
  return confirmSignature({ ...mail, link, postedAt, expiresAt: expiry(receivedAt), reminder })
}

/** Whether the person asked for neutral mail in a further form: the mail that answers it is then neutral. */
function asksForNeutral(form: Buffer | null): boolean {
  return tryOpen(() => form && openRecord(form, signatureRecord))?.neutral === 1
}

function expiry(receivedAt: Date): Date {
  return daysAfter(receivedAt, LINK_LIFE_DAYS)
}

function daysAfter(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000)
}
