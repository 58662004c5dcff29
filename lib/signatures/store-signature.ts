import { pool } from '@/lib/db'

/** A row as the signing statement takes it. */
export interface NewSignature {
  petitionId: string
  emailIndex: Buffer
  contentMac: Buffer
  addressIndex: Buffer
  textSha256: Buffer
  tokenHash: Buffer
  commitment: Buffer
  sealed: Buffer
  locale: string
  country: string
  display: string
  updates: boolean
  hasComment: boolean
  via: string | null
  signals: string
  suspicious: boolean
  /** Not before this its mail is sent. */
  mailAt: Date
}

interface Waiting {
  row: NewSignature
  key: string
  now: Date
  resolve: (admitted: boolean) => void
  reject: (error: unknown) => void
}

/** Rows in one statement, and statements under way at once. Measured in bench/results.md. */
const MOST_ROWS = 64
const MOST_FLIGHTS = 3
/** People who may wait: some seconds of work. Whoever comes then is asked to try again. */
const MOST_WAITING = 10_000

class TooManyWaiting extends Error {}

const queue: Waiting[] = []
const inFlight = new Set<string>()
let flights = 0
let boarding = false

/**
 * Stores a signature and its mail in one statement, which concurrent calls share: each still waits for the
 * commit that holds its own row.
 * @returns false if the petition is not open
 * @throws TooManyWaiting, or what the database says
 */
export function storeSignature(row: NewSignature, now: Date): Promise<boolean> {
  if (queue.length >= MOST_WAITING) return Promise.reject(new TooManyWaiting('too many signatures are waiting'))
  return new Promise((resolve, reject) => {
    queue.push({ row, key: `${row.petitionId} ${row.emailIndex.toString('base64')}`, now, resolve, reject })
    // Requests that arrive in the same turn of the event loop share the first statement too.
    if (!boarding) setImmediate(depart)
    boarding = true
  })
}

function depart() {
  boarding = false
  while (queue.length > 0 && flights < MOST_FLIGHTS) {
    const batch = board()
    if (batch.length === 0) return
    void fly(batch)
  }
}

async function fly(batch: Waiting[]): Promise<void> {
  flights += 1
  await carry(batch)
  flights -= 1
  for (const { key } of batch) inFlight.delete(key)
  depart()
}

/** Takes rows off the queue; a person already in flight waits, since one statement cannot write a row twice. */
function board(): Waiting[] {
  const batch: Waiting[] = []
  const stay: Waiting[] = []
  while (queue.length > 0 && batch.length < MOST_ROWS) {
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
  // One order for all processes, so that two statements with the same people wait instead of deadlocking.
  return batch.sort((a, b) => Buffer.compare(a.row.emailIndex, b.row.emailIndex))
}

async function carry(batch: Waiting[]): Promise<void> {
  try {
    const admitted = await write(
      batch.map(({ row }) => row),
      batch[0]?.now ?? new Date(),
    )
    for (const { row, resolve } of batch) resolve(admitted.has(row.emailIndex.toString('hex')))
  } catch (error) {
    // One row must not sink the others: each tries again alone, and fails alone.
    if (batch.length > 1 && isAboutRows(error)) for (const waiting of batch) await carry([waiting])
    else for (const { reject } of batch) reject(error)
  }
}

/** SQLSTATE classes 22 (data), 23 (constraint) and 40 (deadlock): not a database that is away. */
function isAboutRows(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22|23|40)/.test(String(error.code))
}

async function write(rows: NewSignature[], now: Date): Promise<Set<string>> {
  const column = <K extends keyof NewSignature>(key: K) => rows.map((row) => row[key])
  const result = await pool().query<{ email_index: string }>({
    name: 'store-signatures',
    text: statement,
    values: [
      column('petitionId'),
      column('emailIndex'),
      column('contentMac'),
      column('addressIndex'),
      column('textSha256'),
      column('tokenHash'),
      column('commitment'),
      column('sealed'),
      column('locale'),
      column('country'),
      column('display'),
      column('updates'),
      column('hasComment'),
      column('via'),
      column('signals'),
      column('suspicious'),
      now,
      now.toISOString().slice(0, 10),
      column('mailAt'),
    ],
  })
  return new Set(result.rows.map((row) => row.email_index))
}

// A pending row gives way to a newer form of the same person (whose mail then shows what it confirms), unless it
// is the same form again or the day's two mails are spent: then the link already mailed stays good.
const statement = `
WITH input AS (
  SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[],
    $9::text[], $10::text[], $11::text[], $12::bool[], $13::bool[], $14::text[], $15::text[], $16::bool[], $19::timestamptz[])
    AS t(petition_id, email_index, content_mac, address_index, text_sha256, token_hash, commitment, sealed,
      locale, country, display, updates, has_comment, via, signals, suspicious, mail_at)
), admitted AS (
  SELECT input.*, (SELECT count(*) FROM mail WHERE mail.address_index = input.address_index AND mail.day = $18::date) AS mailed
  FROM input JOIN petition ON petition.id = input.petition_id AND petition.status = 'open'
), written AS (
  INSERT INTO signature AS old (petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed,
    locale, country, display, updates, has_comment, via, signals, suspicious, received_at)
  SELECT petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed,
    locale, country, display::display, updates, has_comment, via, signals, suspicious, $17 FROM admitted
  ON CONFLICT (petition_id, email_index) DO UPDATE SET
    state = 'pending', content_mac = excluded.content_mac, text_sha256 = excluded.text_sha256,
    token_hash = excluded.token_hash, commitment = excluded.commitment, sealed = excluded.sealed,
    locale = excluded.locale, country = excluded.country, display = excluded.display, updates = excluded.updates,
    has_comment = excluded.has_comment, via = excluded.via,
    signals = excluded.signals, suspicious = excluded.suspicious, appeal = NULL, appealed_at = NULL, received_at = excluded.received_at,
    confirmed_at = NULL, counted_at = NULL, withdrawn_at = NULL, leaf_index = NULL
  WHERE (old.state = 'withdrawn' OR (old.state = 'pending' AND
      (old.content_mac <> excluded.content_mac OR old.received_at < excluded.received_at - interval '7 days')))
    AND (SELECT mailed FROM admitted WHERE admitted.email_index = excluded.email_index AND admitted.petition_id = excluded.petition_id) < 2
), queued AS (
  INSERT INTO mail (address_index, day, slot, kind, petition_id, email_index, queued_at, not_before)
  SELECT address_index, $18::date, mailed + 1, 'signature', petition_id, email_index, $17, mail_at FROM admitted WHERE mailed < 2
  ON CONFLICT DO NOTHING
)
SELECT encode(email_index, 'hex') AS email_index FROM admitted`
