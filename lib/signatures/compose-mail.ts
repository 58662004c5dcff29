import { pool } from '@/lib/db'
import { env } from '@/lib/env'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import type { MailRow } from '@/lib/mail/mail-row'
import { alreadySigned } from '@/lib/mail/messages/already-signed'
import { confirmSignature } from '@/lib/mail/messages/confirm-signature'
import { openRecord } from '@/lib/vault/open-record'
import { isLocale, sourceLocale } from '@/messages/words'
import { LINK_LIFE_DAYS } from './link-life'
import { noteNames, type OpenedName } from './names/note-names'
import { type SignatureRecord, signatureRecord } from './signature-record'

/** Mails composed at once: few, so that a server in the same process answers in between. */
const AT_ONCE = 8

interface Subject {
  petition_id: string
  email_index: Buffer
  state: string
  locale: string
  sealed: Buffer
  received_at: Date
  confirmed_at: Date | null
  petition_status: string
  title: string
  text_locale: string
}

type Composed = ComposedMail | null | 'unreadable'

/**
 * Composes the mails of rows about signatures, by the state each signature is in by now.
 * Null where there is nothing to say any more: erased, confirmed meanwhile, lapsed, or said in the same batch.
 */
export async function composeSignatureMail(rows: MailRow[], now: Date): Promise<Composed[]> {
  const subjects = await loadSubjects(rows)
  // A person who posts twice in a moment gets one mail of this batch, not two alike.
  const said = new Set<Subject>()
  const opened: OpenedName[] = []
  const work = rows.map((row) => {
    const subject = subjects.get(subjectKey(row.petitionId, row.emailIndex))
    if (!subject || said.has(subject) || !isNeeded(row, subject, now)) return async () => null
    said.add(subject)
    return () => compose(row, subject, opened)
  })

  const composed: Composed[] = []
  for (let start = 0; start < work.length; start += AT_ONCE) {
    composed.push(...(await Promise.all(work.slice(start, start + AT_ONCE).map((make) => make()))))
  }
  // The one moment at which every signature is open anyway: off the way of signing, and before it can be counted.
  await noteNames(opened)
  return composed
}

function isNeeded(row: MailRow, subject: Subject, now: Date): boolean {
  if (subject.state === 'pending') return subject.petition_status === 'open' && now < expiry(subject)
  // Who has confirmed since the form was posted has the mail already.
  const has = subject.confirmed_at ?? subject.received_at
  return ['confirmed', 'counted', 'held'].includes(subject.state) && row.queuedAt > has
}

async function compose(row: MailRow, subject: Subject, opened: OpenedName[]): Promise<Composed> {
  const record = open(subject)
  if (!record) return 'unreadable'
  const { petition_id: petitionId, email_index: emailIndex, sealed } = subject
  opened.push({ petitionId, emailIndex, sealed, name: record.name })
  const locale = isLocale(subject.locale) ? subject.locale : sourceLocale
  const mail = {
    locale,
    to: record.email,
    name: record.name,
    petition: subject.title,
    petitionLocale: subject.text_locale,
    postedAt: row.queuedAt,
    neutral: env().MAIL_NEUTRAL,
    link: `${env().SITE_URL}/${locale}/signature/${record.token}`,
  }
  return subject.state === 'pending' ? confirmSignature({ ...mail, expiresAt: expiry(subject) }) : alreadySigned(mail)
}

function expiry({ received_at }: Subject): Date {
  return new Date(received_at.getTime() + LINK_LIFE_DAYS * 86_400_000)
}

function open({ sealed }: Subject): SignatureRecord | null {
  try {
    return openRecord(sealed, signatureRecord)
  } catch {
    return null
  }
}

async function loadSubjects(rows: MailRow[]): Promise<Map<string, Subject>> {
  const found = await pool().query<Subject>(
    `SELECT s.petition_id, s.email_index, s.state::text, s.locale, s.sealed, s.received_at, s.confirmed_at,
       p.status::text AS petition_status, t.title, t.locale AS text_locale
     FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::bytea[]) AS wanted(petition_id, email_index)) wanted
     JOIN signature s USING (petition_id, email_index)
     JOIN petition p ON p.id = s.petition_id
     JOIN petition_text t ON t.petition_id = s.petition_id AND t.sha256 = s.text_sha256`,
    [rows.map((row) => row.petitionId), rows.map((row) => row.emailIndex)],
  )
  return new Map(found.rows.map((subject) => [subjectKey(subject.petition_id, subject.email_index), subject]))
}

function subjectKey(petitionId: string | null, emailIndex: Buffer | null): string {
  return `${petitionId} ${emailIndex?.toString('hex')}`
}
