import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { closeDb, pool } from '@/lib/db'
import type { Column } from '@/lib/exports/columns'
import type { Export } from '@/lib/exports/export-view'
import { streamExport } from '@/lib/exports/stream-export'
import { sealRecord } from '@/lib/vault/seal-record'

// npx tsx bench/export.ts: what a large file costs in time and memory, on an empty database given by DATABASE_URL, with
// keys as in .data/keys.env. EXPORT_ROWS sets the size, EXPORT_NAMES=no skips the longer half.
const rows = Number(process.env.EXPORT_ROWS ?? 5_000_000)
const petitionId = '00000000-0000-4000-8000-000000000001'

await fill()
const identity = await generateIdentity()
const recipient = await identityToRecipient(identity)
await measure('without names, CSV', ['reference', 'state', 'country', 'language', 'signed_on'], null)
if (process.env.EXPORT_NAMES !== 'no')
  await measure('names, encrypted, CSV', ['reference', 'country', 'name'], recipient)
await closeDb()

/** The given number of rows, sealed as real ones are, with only the columns that an export reads. */
async function fill(): Promise<void> {
  const have = await pool().query<{ n: string | null }>("SELECT to_regclass('signature')::text AS n")
  if (have.rows[0]?.n) return
  const opening = { salt: 'x'.repeat(43), nonce: 'x'.repeat(43), record: 'x'.repeat(43) }
  const sealed = Array.from({ length: 500 }, (_, i) =>
    sealRecord({ name: `Test Person ${i}`, email: `p${i}@example.org`, comment: null, token: 'x'.repeat(43), opening }),
  )
  await pool().query(`CREATE TYPE signature_state AS ENUM ('confirmed','counted','held','removed','withdrawn')`)
  await pool().query(
    `CREATE UNLOGGED TABLE signature AS SELECT $1::uuid AS petition_id, sha256(i::text::bytea) AS email_index,
       'counted'::signature_state AS state, 'KR' AS country, 'en' AS locale, NULL::text AS via, false AS has_comment,
       true AS updates, 'initials' AS display, now() - interval '1 day' AS received_at,
       now() - interval '1 day' AS confirmed_at, now() - interval '1 day' AS counted_at, ($2::bytea[])[1 + i % 500] AS sealed
     FROM generate_series(1, $3::int) i`,
    [petitionId, sealed, rows],
  )
  await pool().query('ALTER TABLE signature ADD PRIMARY KEY (petition_id, email_index)')
  await pool().query('VACUUM ANALYZE signature')
}

async function measure(what: string, columns: Column[], to: string | null): Promise<void> {
  const now = new Date()
  const file: Export = {
    id: randomUUID(),
    petitionId,
    filter: { petition: petitionId },
    zone: 'UTC',
    columns,
    format: 'csv',
    recipient: to,
    reason: 'measuring',
    rows,
    askedBy: '',
    askedAt: now,
    approvedBy: null,
    approvedAt: null,
    starts: 1,
    heldUntil: null,
    finishedAt: null,
    endedAt: null,
  }
  const origin = { by: 'bench', petition: 'bench', madeAt: now }
  let done = 0
  const stream = await streamExport(file, origin, {
    hold: async () => true,
    finish: async (count) => {
      done = count
      return true
    },
    release: async () => {},
  })
  let bytes = 0
  let most = 0
  let longest = 0
  let before = performance.now()
  const start = before
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    most = Math.max(most, process.memoryUsage().rss)
    longest = Math.max(longest, performance.now() - before)
    // A reader that is slow at times must not make the server buffer what it has not read.
    if (bytes % 997 === 0) await sleep(20)
    before = performance.now()
  }
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${what}: ${done.toLocaleString('en')} rows, ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(0)} s ` +
      `(${Math.round(done / seconds).toLocaleString('en')} rows/s), most memory ${(most / 1048576).toFixed(0)} MB RSS, ` +
      `longest wait for a piece ${longest.toFixed(0)} ms`,
  )
}
