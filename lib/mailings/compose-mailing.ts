import { LRUCache } from 'lru-cache'
import { db, pool } from '@/lib/db'
import { env } from '@/lib/env'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import type { MailRow } from '@/lib/mail/mail-row'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { countingSql } from '@/lib/signatures/states'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import {
  fillInMailing,
  localeFor,
  type MailingTemplate,
  renderMailing,
  renderNeutralMailing,
  textFor,
} from './render-mailing'
import { unsubscribeToken } from './unsubscribe-token'

type Composed = ComposedMail | null | 'unreadable'

interface Subject {
  petition_id: string
  email_index: Buffer
  token_hash: Buffer
  sealed: Buffer
  locale: string
  title: string
  title_locale: string
  text_sha256: string
}

/** Texts do not change once sending has started, so a template serves a whole mailing. */
const templates = new LRUCache<string, Promise<MailingTemplate | null>>({ max: 200 })

/** Composes the mails of mailings; null for signers who have withdrawn, unsubscribed or been held meanwhile. */
export async function composeMailing(rows: MailRow[]): Promise<Composed[]> {
  const subjects = await loadSubjects(rows)
  const composed: Composed[] = []
  for (const row of rows) {
    const subject = subjects.get(keyOf(row.petitionId, row.emailIndex))
    composed.push(subject ? await compose(row, subject) : null)
  }
  return composed
}

async function compose({ mailingId }: MailRow, subject: Subject): Promise<Composed> {
  const record = tryOpen(() => openRecord(subject.sealed, signatureRecord))
  if (!record) return 'unreadable'
  const neutral = env().MAIL_NEUTRAL || record.neutral === 1
  const key = `${mailingId} ${subject.locale} ${neutral ? '' : subject.text_sha256}`
  const made = templates.get(key) ?? template(mailingId ?? '', subject, neutral)
  templates.set(key, made)
  const found = await made.catch((error) => {
    templates.delete(key)
    throw error
  })
  if (!found) return null
  const { petition_id: petitionId, email_index: emailIndex, token_hash: tokenHash } = subject
  return { ...fillInMailing(found, unsubscribeToken({ petitionId, emailIndex, tokenHash })), to: record.email }
}

async function template(
  mailingId: string,
  { locale, title, title_locale }: Subject,
  neutral: boolean,
): Promise<MailingTemplate | null> {
  const rows = await db().mailingText.findMany({ where: { mailingId, mailing: { stage: { not: 'draft' } } } })
  const text = textFor(rows, locale)
  if (text && neutral) return renderNeutralMailing(mailingId, localeFor(locale))
  return text && renderMailing(text, localeFor(locale), { title, locale: title_locale })
}

async function loadSubjects(rows: MailRow[]): Promise<Map<string, Subject>> {
  const found = await pool().query<Subject>(
    `SELECT s.petition_id, s.email_index, s.token_hash, s.sealed, s.locale, t.title, t.locale AS title_locale,
       encode(s.text_sha256, 'hex') AS text_sha256
     FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::bytea[]) AS wanted(petition_id, email_index)) wanted
     JOIN signature s USING (petition_id, email_index)
     JOIN petition_text t ON t.petition_id = s.petition_id AND t.sha256 = s.text_sha256
     WHERE s.updates AND s.state IN ${countingSql}`,
    [rows.map((row) => row.petitionId), rows.map((row) => row.emailIndex)],
  )
  return new Map(found.rows.map((subject) => [keyOf(subject.petition_id, subject.email_index), subject]))
}

function keyOf(petitionId: string | null, emailIndex: Buffer | null): string {
  return `${petitionId} ${emailIndex?.toString('hex')}`
}
