import { pool } from '@/lib/db'
import type { MailRow } from '@/lib/mail/mail-row'
import { isRemindedOf } from './link-life'

/** The subject of a mail: a pending form, or the person's signature. */
export type MailSubject = {
  /** Equal for rows that would send the same mail. */
  key: string
  locale: string
  sealed: Buffer
  /** The form that the row is about, if the person already had a signature. */
  repeated: Buffer | null
  petitionStatus: string
  title: string
  textLocale: string
} & (
  | { kind: 'form'; receivedAt: Date; via: string | null; noReminder: boolean; isRemindedOf: boolean }
  | { kind: 'signature'; confirmedAt: Date }
)

/**
 * The subject of each row, in their order; undefined if there is none any more. A row that names no form is about the
 * person's newest pending form, preferably one posted from the network that requested the row: a stranger's form is not
 * sent to a person who asks for theirs again.
 */
export async function findMailSubjects(rows: MailRow[]): Promise<(MailSubject | undefined)[]> {
  const { rows: found } = await pool().query<Found>({
    name: 'mail-subjects',
    text: `SELECT row.place::int, s.state::text, s.confirmed_at, coalesce(s.locale, f.locale) AS locale,
       coalesce(s.sealed, f.sealed) AS sealed, encode(coalesce(s.token_hash, f.token_hash), 'hex') AS key,
       asked.sealed AS repeated, f.received_at, f.via, f.no_reminder, f.is_reminded_of, p.status::text AS petition_status, t.title, t.locale AS text_locale
     FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::smallint[], $6::timestamptz[])
       WITH ORDINALITY AS row(petition_id, email_index, form, address_index, network, queued_at, place)
     LEFT JOIN signature s ON s.petition_id = row.petition_id AND s.email_index = row.email_index
       AND s.state <> 'withdrawn'
     LEFT JOIN LATERAL (
       SELECT f.*, ${isRemindedOf} AS is_reminded_of FROM pending_signature f
       WHERE f.petition_id = row.petition_id AND f.email_index = row.email_index AND s.state IS NULL
         AND (row.form IS NULL OR f.form = row.form)
       ORDER BY EXISTS (SELECT FROM mail m WHERE m.address_index = row.address_index AND m.form = f.form
         AND m.network = row.network) DESC, f.received_at DESC LIMIT 1
     ) f ON true
     LEFT JOIN pending_signature asked ON s.state IS NOT NULL AND asked.petition_id = row.petition_id
       AND asked.email_index = row.email_index AND asked.form = row.form
     JOIN petition p ON p.id = row.petition_id
     JOIN petition_text t ON t.petition_id = p.id AND t.sha256 = coalesce(s.text_sha256, f.text_sha256)
     WHERE NOT EXISTS (SELECT FROM mail m WHERE m.address_index = row.address_index AND m.form = f.form
       AND m.sent_at > row.queued_at)`,
    values: [
      rows.map((row) => row.petitionId),
      rows.map((row) => row.emailIndex),
      rows.map((row) => row.form),
      rows.map((row) => row.addressIndex),
      rows.map((row) => row.network),
      rows.map((row) => row.queuedAt),
    ],
  })
  const subjects: (MailSubject | undefined)[] = rows.map(() => undefined)
  for (const row of found) subjects[row.place - 1] = toSubject(row)
  return subjects
}

interface Found {
  place: number
  state: string | null
  confirmed_at: Date | null
  locale: string
  sealed: Buffer
  repeated: Buffer | null
  key: string
  received_at: Date
  via: string | null
  no_reminder: boolean
  is_reminded_of: boolean
  petition_status: string
  title: string
  text_locale: string
}

function toSubject(row: Found): MailSubject {
  const { key, locale, sealed, repeated, petition_status: petitionStatus, title, text_locale: textLocale } = row
  const common = { key, locale, sealed, repeated, petitionStatus, title, textLocale }
  return row.confirmed_at
    ? { ...common, kind: 'signature', confirmedAt: row.confirmed_at }
    : {
        ...common,
        kind: 'form',
        receivedAt: row.received_at,
        via: row.via,
        noReminder: row.no_reminder,
        isRemindedOf: row.is_reminded_of,
      }
}
