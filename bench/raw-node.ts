import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'

// The baseline: plain Node and `pg`.
//   GET /         answers the bytes in RAW_BODY (base64), already compressed
//   POST /sign    parses the form and writes the same two rows, one statement per request
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
    .then((form) => (request.url === '/confirm' ? confirmed(form) : signed(form)))
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

function signed(form: URLSearchParams) {
  const bytes = randomBytes(7 * 32)
  const part = (i: number) => bytes.subarray(i * 32, i * 32 + 32)
  const sealed = Buffer.concat([bytes, Buffer.from(`${form.get('name')}${form.get('email')}`)])
  const values = [petition, part(0), part(1), part(2), part(3), part(4), sealed, form.get('country'), part(5)]
  return pool.query({ name: 'insert', text: insert, values })
}

function confirmed(form: URLSearchParams) {
  return pool.query({ name: 'confirm', text: confirm, values: [form.get('token')] })
}
