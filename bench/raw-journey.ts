import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import pg from 'pg'

// The bound of a journey: plain Node and `pg` writing the same rows in the same commits and the same bytes of pages and
// mails, without validation, encryption, limits or a hash tree.
//   GET /page, GET /link/{token}   POST /sign   POST /confirm

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 })
const petition = process.env.PETITION_ID
const bytesOf = (name: string) => Buffer.from(process.env[name] ?? '', 'base64')
const [page, before, after, mailText] = ['RAW_PAGE', 'RAW_BEFORE', 'RAW_AFTER', 'RAW_MAIL'].map(bytesOf)
const sink = new URL(process.env.SMTP_URL ?? '')
const html = { 'content-type': 'text/html; charset=utf-8' }

createServer((request, response) => {
  void answer(request).then(
    ([status, body]) => response.writeHead(status, status === 303 ? { location: '/' } : html).end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
}).listen(Number(process.env.PORT))

async function answer(request: IncomingMessage): Promise<[number, Buffer?]> {
  const path = request.url ?? ''
  if (path === '/page') return [200, page]
  if (path.startsWith('/link/')) return [200, (await isCounted(path.slice(6))) ? after : before]
  const form = await read(request)
  await (path === '/confirm' ? confirm(form) : sign(form))
  return [303]
}

async function read(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

function sign(form: URLSearchParams) {
  const bytes = randomBytes(5 * 32)
  const part = (i: number) => bytes.subarray(i * 32, i * 32 + 32)
  const token = randomBytes(32).toString('base64url')
  // As long as an encrypted form; the mail is made from it.
  const sealed = Buffer.from(
    JSON.stringify({ token, to: form.get('email'), name: form.get('name'), rest: '.'.repeat(260) }),
  )
  return pool.query({
    name: 'sign',
    text: `WITH written AS (
        INSERT INTO pending_signature (petition_id, email_index, form, content_mac, text_sha256, token_hash, commitment,
          sealed, own, locale, country, display, updates, has_comment, received_at)
        VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $7, 'en', 'KR', 'initials', false, false, now())
        RETURNING petition_id, email_index, form
      )
      INSERT INTO mail (address_index, id, kind, petition_id, email_index, form, network, queued_at, not_before)
      SELECT $8, gen_random_uuid(), 'signature', petition_id, email_index, form, 1, now(), now() FROM written`,
    values: [petition, part(0), part(1), part(2), hashOf(token), part(3), sealed, part(4)],
  })
}

function confirm(form: URLSearchParams) {
  return pool.query({
    name: 'confirm',
    text: `WITH form AS (DELETE FROM pending_signature WHERE token_hash = $1 RETURNING *)
      INSERT INTO signature (petition_id, email_index, state, content_mac, text_sha256, token_hash, commitment, sealed,
        locale, country, display, updates, has_comment, received_at, confirmed_at)
      SELECT petition_id, email_index, 'confirmed', content_mac, text_sha256, token_hash, commitment, sealed,
        locale, country, display, updates, has_comment, received_at, now() FROM form`,
    values: [hashOf(form.get('token') ?? '')],
  })
}

async function isCounted(token: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'look',
    text: `SELECT FROM signature WHERE token_hash = $1 AND state = 'counted'`,
    values: [hashOf(token)],
  })
  return rowCount === 1
}

/** Claims a batch, mails it, and records that it was sent: two commits, as the site needs. */
async function mailBatch(send: Awaited<ReturnType<typeof openSmtp>>): Promise<number> {
  const { rows } = await pool.query<{ id: string; sealed: Buffer }>({
    name: 'claim',
    text: `WITH due AS (
        SELECT address_index, id FROM mail WHERE sent_at IS NULL AND batch_id IS NULL LIMIT 100 FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE mail SET batch_id = gen_random_uuid(), attempts = 1, first_attempt_at = now() FROM due
        WHERE mail.address_index = due.address_index AND mail.id = due.id RETURNING mail.id, petition_id, email_index, form
      )
      SELECT claimed.id, f.sealed FROM claimed JOIN pending_signature f USING (petition_id, email_index, form)`,
  })
  if (rows.length === 0) return 0
  for (const { sealed } of rows) {
    const { token, to } = JSON.parse(sealed.toString()) as { token: string; to: string }
    await send(to, token)
  }
  await pool.query('UPDATE mail SET sent_at = now() WHERE id = ANY($1::uuid[])', [rows.map(({ id }) => id)])
  return rows.length
}

/** Counts the confirmed signatures: a leaf and a state for each, and the total, in one commit. */
async function appendBatch(): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'append',
    text: `WITH total AS (SELECT size FROM petition_total WHERE petition_id = $1 FOR UPDATE), due AS (
        SELECT email_index, commitment, (SELECT size FROM total) + row_number() OVER () - 1 AS place
        FROM signature WHERE petition_id = $1 AND state = 'confirmed' LIMIT 1000
      ), leaves AS (
        INSERT INTO ledger_leaf (petition_id, index, kind, leaf) SELECT $1, place, 'sign', commitment || '1234567890' FROM due
      ), moved AS (
        UPDATE petition_total SET size = size + (SELECT count(*) FROM due), net = net + (SELECT count(*) FROM due), as_of = now()
        WHERE petition_id = $1
      )
      UPDATE signature SET state = 'counted', counted_at = now(), leaf_index = place FROM due
      WHERE petition_id = $1 AND signature.email_index = due.email_index`,
    values: [petition],
  })
  return rowCount ?? 0
}

/** One connection to the mail server, one mail after another. */
async function openSmtp() {
  const socket = connect(Number(sink.port), sink.hostname)
  socket.setNoDelay(true)
  await reply(socket)
  await ask(socket, 'EHLO bench')
  return async (to: string, token: string) => {
    await ask(socket, 'MAIL FROM:<bench@localhost>')
    await ask(socket, `RCPT TO:<${to}>`)
    await ask(socket, 'DATA')
    // The same bytes as the site's mail, with this person's link.
    await ask(
      socket,
      `${mailText?.toString('latin1').replaceAll(/\/signature\/[\w-]{43}/g, `/signature/${token}`)}\r\n.`,
    )
  }
}

function ask(socket: Socket, line: string): Promise<void> {
  socket.write(`${line}\r\n`, 'latin1')
  return reply(socket)
}

/** A connection error ends the program, since the bound would be worthless. */
function reply(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('data', () => resolve())
  })
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

async function forever(step: () => Promise<number>): Promise<never> {
  for (;;) if ((await step()) === 0) await new Promise((resolve) => setTimeout(resolve, 100))
}

for (let lane = 0; lane < 4; lane++) void openSmtp().then((send) => forever(() => mailBatch(send)))
void forever(appendBatch)
