import { db, pool } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { agreedText } from '@/lib/petitions/text-hash'
import { listReleases } from './list-releases'
import { encodeBundle } from './log/entry-bundle'
import { HASH_SIZE } from './log/hash'
import { levelWidth, parseTilePath, TILE_WIDTH, type TileName } from './log/tile'

/** A file of a petition's public log. */
export interface LedgerFile {
  body: string | Uint8Array
  /** It never changes, and may be cached for ever. */
  immutable: boolean
  kind: 'text' | 'json' | 'bytes'
}

/**
 * A file of the log by its path under `/ledger/{slug}/`: `checkpoint`, `policy`, `tile/…`, `tile/entries/…` (C2SP
 * tlog-tiles), `texts.json`, `texts/{sha256}.json`, `corrections.json`, `releases.json`. Null if there is no such file.
 */
export async function readLedgerFile(slug: string, path: string): Promise<LedgerFile | null> {
  const log = await findLog(slug)
  if (!log) return null
  const tile = parseTilePath(path)
  if (tile) return readTile(log, tile)
  if (path === 'checkpoint') return log.note === null ? null : { body: log.note, immutable: false, kind: 'text' }
  if (path === 'policy') return { body: policyFile(log), immutable: false, kind: 'text' }
  return readTextFile(log.id, slug, path)
}

interface Log {
  id: string
  vkeys: string[]
  policy: string
  /** Leaves covered by a signed checkpoint: only these are served. */
  size: number
  /** The newest published checkpoint. */
  note: string | null
}

async function findLog(slug: string): Promise<Log | null> {
  if (!isSlug(slug)) return null
  const { rows } = await pool().query<Omit<Log, 'size'> & { size: string | null }>({
    name: 'find-log',
    text: `SELECT p.id, l.vkeys, l.policy,
             (SELECT max(size) FROM ledger_checkpoint c WHERE c.petition_id = p.id) AS size,
             (SELECT note FROM ledger_checkpoint c WHERE c.petition_id = p.id AND c.published_at IS NOT NULL
              ORDER BY size DESC LIMIT 1) AS note
           FROM petition p JOIN ledger_log l ON l.petition_id = p.id WHERE p.slug = $1 AND p.status <> 'draft'`,
    values: [slug],
  })
  const row = rows[0]
  return row ? { ...row, size: Number(row.size ?? 0) } : null
}

/** The policy of the log, and the keys that no longer sign. */
function policyFile({ vkeys, policy }: Log): string {
  const past = vkeys.filter((vkey) => !policy.includes(vkey))
  return `${past.map((vkey) => `# no longer signs: ${vkey}\n`).join('')}${policy}`
}

async function readTile(log: Log, tile: TileName): Promise<LedgerFile | null> {
  const { level, index, width } = tile
  // A partial tile of any width is a prefix of the full one, and served as long as somebody may request it.
  if (index * TILE_WIDTH + width > levelWidth(log.size, level)) return null
  const body = level === 'entries' ? await bundle(log.id, index, width) : await hashes(log.id, level, index, width)
  return body && { body, immutable: true, kind: 'bytes' }
}

async function bundle(petitionId: string, index: number, width: number): Promise<Uint8Array | null> {
  const { rows } = await pool().query<{ leaf: Buffer }>({
    name: 'read-bundle',
    text: 'SELECT leaf FROM ledger_leaf WHERE petition_id = $1 AND index >= $2 AND index < $3 ORDER BY index',
    values: [petitionId, index * TILE_WIDTH, index * TILE_WIDTH + width],
  })
  return rows.length === width ? encodeBundle(rows.map(({ leaf }) => leaf)) : null
}

async function hashes(petitionId: string, level: number, index: number, width: number): Promise<Uint8Array | null> {
  const { rows } = await pool().query<{ hashes: Buffer }>({
    name: 'read-tile',
    text: 'SELECT hashes FROM ledger_tile WHERE petition_id = $1 AND level = $2 AND index = $3',
    values: [petitionId, level, index],
  })
  const all = rows[0]?.hashes
  return all && all.length >= width * HASH_SIZE ? all.subarray(0, width * HASH_SIZE) : null
}

/** The files of a log that are not part of its tree, but can be checked against it. */
async function readTextFile(petitionId: string, slug: string, path: string): Promise<LedgerFile | null> {
  if (path === 'corrections.json') return json(await corrections(petitionId))
  if (path === 'releases.json') return json(await listReleases(petitionId, new Date()))
  if (path === 'texts.json') return json(await texts(petitionId))
  const sha256 = /^texts\/([0-9a-f]{64})\.json$/.exec(path)?.[1]
  return sha256 ? text(petitionId, slug, Buffer.from(sha256, 'hex')) : null
}

/** Every version of the petition's texts, by its hash. */
async function texts(petitionId: string): Promise<PublishedText[]> {
  const rows = await db().petitionText.findMany({
    where: { petitionId },
    orderBy: [{ locale: 'asc' }, { version: 'asc' }],
    select: { locale: true, version: true, sha256: true, publishedAt: true },
  })
  return rows.map(({ sha256, ...row }) => ({ sha256: Buffer.from(sha256).toString('hex'), ...row }))
}

interface PublishedText {
  sha256: string
  locale: string
  version: number
  publishedAt: Date
}

/** The text whose SHA-256 is the name of the file, in the exact bytes that were hashed. */
async function text(petitionId: string, slug: string, sha256: Buffer<ArrayBuffer>): Promise<LedgerFile | null> {
  const row = await db().petitionText.findUnique({ where: { petitionId_sha256: { petitionId, sha256 } } })
  return row && { body: agreedText({ ...row, slug }), immutable: true, kind: 'json' }
}

/** The signatures that staff took out of the count. */
async function corrections(petitionId: string) {
  const rows = await db().ledgerCorrection.findMany({ where: { petitionId }, orderBy: { index: 'asc' } })
  return rows.map(({ index, reason, rule, leaves, signatures, approvals, correctedAt }) => ({
    index: Number(index),
    reason,
    rule,
    leaves,
    signatures: Number(signatures),
    approvals,
    correctedAt,
  }))
}

function json(value: unknown): LedgerFile {
  return { body: JSON.stringify(value), immutable: false, kind: 'json' }
}
