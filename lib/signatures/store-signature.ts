import { pool } from '@/lib/db'

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
  /** For its mail: the recipient, its key in the queue, who asked, and when it may be sent. */
  addressIndex: Buffer
  mailId: string
  network: number
  solved: boolean
  mailAt: Date
}

interface Waiting {
  row: NewSignature
  key: string
  now: Date
  resolve: (admitted: boolean) => void
  reject: (error: unknown) => void
}

/** Rows in one statement, and concurrent statements. Measured in bench/results.md. */
const BATCH_SIZE = 64
const MAX_CONCURRENT = 3
/** Requests that may be queued: some seconds of work. Later ones are asked to try again. */
const MAX_WAITING = 10_000

class TooManyWaiting extends Error {}

const queue: Waiting[] = []
const inFlight = new Set<string>()
let running = 0
let scheduled = false

/**
 * Stores a form and its mail in one statement, which concurrent calls share: each waits for the commit that holds its
 * own row. It does not look up whether the address has other forms or has signed.
 * @returns false if the petition is not open
 * @throws TooManyWaiting, or the database's error
 */
export function storeSignature(row: NewSignature, now: Date): Promise<boolean> {
  if (queue.length >= MAX_WAITING) return Promise.reject(new TooManyWaiting('too many forms are waiting'))
  return new Promise((resolve, reject) => {
    queue.push({ row, key: row.form.toString('base64'), now, resolve, reject })
    // Requests that arrive in the same turn of the event loop share the first statement too.
    if (!scheduled) setImmediate(flush)
    scheduled = true
  })
}

function flush() {
  scheduled = false
  while (queue.length > 0 && running < MAX_CONCURRENT) {
    const batch = takeBatch()
    if (batch.length === 0) return
    void runBatch(batch)
  }
}

async function runBatch(batch: Waiting[]): Promise<void> {
  running += 1
  await writeBatch(batch)
  running -= 1
  for (const { key } of batch) inFlight.delete(key)
  flush()
}

/** Takes rows off the queue; a form already in flight waits, since one statement cannot write a row twice. */
function takeBatch(): Waiting[] {
  const batch: Waiting[] = []
  const stay: Waiting[] = []
  while (queue.length > 0 && batch.length < BATCH_SIZE) {
    const next = queue.shift()
    if (!next) break
    if (inFlight.has(next.key)) {
      stay.push(next)
    } else {
      inFlight.add(next.key)
      batch.push(next)
    }
  }
  queue.unshift(...stay)
  // One order for all processes, so that two statements with the same forms wait instead of deadlocking.
  return batch.sort((a, b) => Buffer.compare(a.row.form, b.row.form))
}

async function writeBatch(batch: Waiting[]): Promise<void> {
  try {
    const admitted = await write(
      batch.map(({ row }) => row),
      batch[0]?.now ?? new Date(),
    )
    for (const { row, resolve } of batch) resolve(admitted.has(row.form.toString('hex')))
  } catch (error) {
    // One row must not fail the others: each is retried alone.
    if (batch.length > 1 && isAboutRows(error)) for (const waiting of batch) await writeBatch([waiting])
    else for (const { reject } of batch) reject(error)
  }
}

/** SQLSTATE classes 22 (data), 23 (constraint) and 40 (deadlock): not a database that is down. */
function isAboutRows(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22|23|40)/.test(String(error.code))
}

async function write(rows: NewSignature[], now: Date): Promise<Set<string>> {
  const column = <K extends keyof NewSignature>(key: K) => rows.map((row) => row[key])
  const result = await pool().query<{ form: string }>({
    name: 'store-signatures',
    text: statement,
    values: [
      column('petitionId'),
      column('emailIndex'),
      column('form'),
      column('contentMac'),
      column('textSha256'),
      column('tokenHash'),
      column('commitment'),
      column('sealed'),
      column('own'),
      column('locale'),
      column('country'),
      column('display'),
      column('updates'),
      column('hasComment'),
      column('via'),
      column('signals'),
      column('suspicious'),
      column('mailboxIndex'),
      column('domainIndex'),
      column('addressIndex'),
      column('mailId'),
      column('network'),
      column('solved'),
      column('mailAt'),
      now,
    ],
  })
  return new Set(result.rows.map((row) => row.form))
}

// A new form never replaces another. The same form again keeps its link, and its mail, if sent again, carries that
// link.
const statement = `
WITH input AS (
  SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[],
    $9::bytea[], $10::text[], $11::text[], $12::text[], $13::bool[], $14::bool[], $15::text[], $16::text[], $17::bool[],
    $18::bytea[], $19::bytea[], $20::bytea[], $21::uuid[], $22::smallint[], $23::bool[], $24::timestamptz[])
    AS t(petition_id, email_index, form, content_mac, text_sha256, token_hash, commitment, sealed, own,
      locale, country, display, updates, has_comment, via, signals, suspicious, mailbox_index, domain_index,
      address_index, mail_id, network, solved, mail_at)
), admitted AS (
  SELECT input.* FROM input JOIN petition ON petition.id = input.petition_id AND petition.status = 'open'
), written AS (
  INSERT INTO pending_signature AS old (petition_id, email_index, form, content_mac, text_sha256, token_hash, commitment,
    sealed, own, locale, country, display, updates, has_comment, via, signals, suspicious, mailbox_index, domain_index,
    received_at)
  SELECT petition_id, email_index, form, content_mac, text_sha256, token_hash, commitment,
    sealed, own, locale, country, display::display, updates, has_comment, via, signals, suspicious, mailbox_index, domain_index,
    $25 FROM admitted
  ON CONFLICT (petition_id, email_index, form) DO UPDATE SET received_at = excluded.received_at
  WHERE old.received_at < excluded.received_at
), queued AS (
  INSERT INTO mail (address_index, id, kind, petition_id, email_index, form, network, solved, queued_at, not_before)
  SELECT address_index, mail_id, 'signature', petition_id, email_index, form, network, solved, $25, mail_at FROM admitted
  ON CONFLICT DO NOTHING
)
SELECT encode(form, 'hex') AS form FROM admitted`
