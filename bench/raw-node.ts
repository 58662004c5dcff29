import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'

// The baseline: plain Node and `pg`.
//   GET /         answers the bytes in RAW_BODY (base64), already compressed
//   POST /sign    parses the form and writes the same two rows, one statement per request
//   POST /sign-batched the same, in statements that the forms share which arrive while another runs
//   POST /confirm parses the form and updates one row by its token

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 })
const body = Buffer.from(process.env.RAW_BODY ?? '', 'base64')
const headers = JSON.parse(process.env.RAW_HEADERS ?? '{}') as Record<string, string>
const petition = process.env.PETITION_ID

const insert = `
WITH written AS (
  INSERT INTO pending_signature (petition_id, email_index, form, content_mac, text_sha256, token_hash, commitment, sealed,
    own, locale, country, display, updates, has_comment, received_at)
  VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $7, 'en', $8, 'initials', false, false, now())
  RETURNING petition_id, email_index, form
)
INSERT INTO mail (address_index, id, kind, petition_id, email_index, form, network, queued_at, not_before)
SELECT $9, gen_random_uuid(), 'signature', petition_id, email_index, form, 1, now(), now() FROM written`

const insertMany = `
WITH form AS (
  SELECT * FROM unnest($2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::text[], $9::bytea[])
    AS t(email_index, form, text_sha256, token_hash, commitment, sealed, country, address_index)
), written AS (
  INSERT INTO pending_signature (petition_id, email_index, form, content_mac, text_sha256, token_hash, commitment, sealed,
    own, locale, country, display, updates, has_comment, received_at)
  SELECT $1, email_index, form, form, text_sha256, token_hash, commitment, sealed, sealed, 'en', country, 'initials', false,
    false, now() FROM form
  RETURNING petition_id, email_index, form
)
INSERT INTO mail (address_index, id, kind, petition_id, email_index, form, network, queued_at, not_before)
SELECT form.address_index, gen_random_uuid(), 'signature', petition_id, written.email_index, written.form, 1, now(), now()
FROM written JOIN form USING (email_index)`

const confirm = `
WITH form AS (DELETE FROM pending_signature WHERE token_hash = sha256($1::bytea) RETURNING *)
INSERT INTO signature (petition_id, email_index, state, content_mac, text_sha256, token_hash, commitment, sealed,
  locale, country, display, updates, has_comment, received_at, confirmed_at)
SELECT petition_id, email_index, 'confirmed', content_mac, text_sha256, token_hash, commitment, sealed,
  locale, country, display, updates, has_comment, received_at, now() FROM form`

createServer((request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, headers)
    response.end(body)
    return
  }
  read(request)
    .then(posts[request.url ?? ''] ?? signed)
    .then(
      () => response.writeHead(303, { location: '/' }).end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
}).listen(Number(process.env.PORT))

async function read(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

const posts: Record<string, (form: URLSearchParams) => Promise<unknown>> = {
  '/confirm': confirmed,
  '/sign-batched': signedWithOthers,
}

function rowOf(form: URLSearchParams) {
  const bytes = randomBytes(7 * 32)
  const part = (i: number) => bytes.subarray(i * 32, i * 32 + 32)
  const sealed = Buffer.concat([bytes, Buffer.from(`${form.get('name')}${form.get('email')}`)])
  return [part(0), part(1), part(2), part(3), part(4), sealed, form.get('country'), part(5)]
}

function signed(form: URLSearchParams) {
  return pool.query({ name: 'insert', text: insert, values: [petition, ...rowOf(form)] })
}

/** Forms of one statement, and statements at once: as the site's own (lib/shared-statement.ts). */
const MAX_SHARED = 64
const MAX_AT_ONCE = 3
const waiting: { form: URLSearchParams; done: () => void; failed: (error: unknown) => void }[] = []
let running = 0

function signedWithOthers(form: URLSearchParams) {
  return new Promise<void>((done, failed) => {
    waiting.push({ form, done, failed })
    setImmediate(writeWaiting)
  })
}

function writeWaiting(): void {
  if (running >= MAX_AT_ONCE || waiting.length === 0) return
  running += 1
  const batch = waiting.splice(0, MAX_SHARED)
  const rows = batch.map(({ form }) => rowOf(form))
  const columns = Array.from({ length: 8 }, (_, i) => rows.map((row) => row[i]))
  void pool
    .query({ name: 'insert-many', text: insertMany, values: [petition, ...columns] })
    .then(
      () => {
        for (const { done } of batch) done()
      },
      (error: unknown) => {
        for (const { failed } of batch) failed(error)
      },
    )
    .finally(() => {
      running -= 1
      writeWaiting()
    })
}

function confirmed(form: URLSearchParams) {
  return pool.query({ name: 'confirm', text: confirm, values: [form.get('token')] })
}
