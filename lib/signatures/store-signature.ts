import { pool } from '@/lib/db'
import { refuseWhileAway } from '@/lib/failover/keep-trying'
import { sharedStatement } from '@/lib/shared-statement'

/** A form as the signing statement stores it. */
export interface NewSignature {
  petitionId: string
  emailIndex: Buffer
  /** `formId`. */
  form: Buffer
  contentMac: Buffer
  textSha256: Buffer
  tokenHash: Buffer
  commitment: Buffer
  sealed: Buffer
  own: Buffer
  locale: string
  country: string
  display: string
  updates: boolean
  hasComment: boolean
  via: string | null
  signals: string
  suspicious: boolean
  mailboxIndex: Buffer
  domainIndex: Buffer
  networkGroup: number | null
  /** For its mail: the recipient, the row's id, the requester's network, and the earliest time to send it. */
  addressIndex: Buffer
  mailId: string
  network: number
  solved: boolean
  mailAt: Date
  receivedAt: Date
}

/**
 * Stores a form and its mail in one statement that concurrent calls share. It does not look up whether the address has
 * signed; of its other forms it reads only whether reminders were refused, which holds for this form too.
 * @returns false if the petition is not open
 */
export const storeSignature = sharedStatement<NewSignature, boolean>(({ form }) => form, store)

const columns = [
  'petitionId',
  'emailIndex',
  'form',
  'contentMac',
  'textSha256',
  'tokenHash',
  'commitment',
  'sealed',
  'own',
  'locale',
  'country',
  'display',
  'updates',
  'hasComment',
  'via',
  'signals',
  'suspicious',
  'mailboxIndex',
  'domainIndex',
  'addressIndex',
  'mailId',
  'network',
  'solved',
  'mailAt',
  'receivedAt',
  'networkGroup',
] as const satisfies (keyof NewSignature)[]

async function store(rows: NewSignature[]): Promise<boolean[]> {
  refuseWhileAway()
  const { rows: admitted } = await pool().query<{ form: string }>({
    name: 'store-signatures',
    text: statement,
    values: columns.map((column) => rows.map((row) => row[column])),
  })
  const forms = new Set(admitted.map(({ form }) => form))
  return rows.map(({ form }) => forms.has(form.toString('hex')))
}

// A new form never replaces another. Posting the same form again keeps its row and its link, so a mail sent again
// carries that link. One primary-key lookup tells whether the person has refused reminders for this petition.
const statement = `
WITH input AS (
  SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[],
    $9::bytea[], $10::text[], $11::text[], $12::text[], $13::bool[], $14::bool[], $15::text[], $16::text[], $17::bool[],
    $18::bytea[], $19::bytea[], $20::bytea[], $21::uuid[], $22::smallint[], $23::bool[], $24::timestamptz[],
    $25::timestamptz[], $26::int[])
    AS t(petition_id, email_index, form, content_mac, text_sha256, token_hash, commitment, sealed, own,
      locale, country, display, updates, has_comment, via, signals, suspicious, mailbox_index, domain_index,
      address_index, mail_id, network, solved, mail_at, received_at, network_group)
), admitted AS (
  SELECT input.* FROM input JOIN petition ON petition.id = input.petition_id AND petition.status = 'open'
), written AS (
  INSERT INTO pending_signature AS old (petition_id, email_index, form, content_mac, text_sha256, token_hash, commitment,
    sealed, own, locale, country, display, updates, has_comment, via, signals, suspicious, mailbox_index, domain_index,
    received_at, network_group, no_reminder)
  SELECT petition_id, email_index, form, content_mac, text_sha256, token_hash, commitment,
    sealed, own, locale, country, display::display, updates, has_comment, via, signals, suspicious, mailbox_index, domain_index,
    received_at, network_group, coalesce((SELECT true FROM pending_signature refused
      WHERE refused.petition_id = admitted.petition_id AND refused.email_index = admitted.email_index
        AND refused.no_reminder LIMIT 1), false) FROM admitted
  ON CONFLICT (petition_id, email_index, form) DO UPDATE SET received_at = excluded.received_at,
    network_group = excluded.network_group
  WHERE old.received_at < excluded.received_at
), queued AS (
  INSERT INTO mail (address_index, id, kind, petition_id, email_index, form, network, solved, queued_at, not_before)
  SELECT address_index, mail_id, 'signature', petition_id, email_index, form, network, solved, received_at, mail_at FROM admitted
  ON CONFLICT DO NOTHING
)
SELECT encode(form, 'hex') AS form FROM admitted`
