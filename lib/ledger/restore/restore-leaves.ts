import type { PoolClient } from 'pg'
import { pool } from '@/lib/db'
import { env } from '@/lib/env'
import { Fault } from '@/lib/ledger/check/fault'
import type { LedgerSource } from '@/lib/ledger/check/ledger-source'
import { checkpointFolder, lastCheckpoint, storeCheckpoint } from '@/lib/ledger/checkpoint-file'
import { fencedTransaction } from '@/lib/ledger/fenced-transaction'
import { decodeLeaf } from '@/lib/ledger/leaf'
import { lockTotal } from '@/lib/ledger/lock-total'
import { moveTotals } from '@/lib/ledger/move-totals'
import { writeLeaves } from '@/lib/ledger/write-leaves'
import { matchesPublished } from './matches-published'
import { type Published, readPublished } from './read-published'
import { restorePublished } from './restore-published'
import { settleLeaves } from './settle-leaves'

/** Leaves in one transaction. */
const BATCH_SIZE = 1_000

export type RestoreLeavesResult =
  | {
      ok: true
      /** Entries in the database before. */
      before: number
      added: number
      /** Signatures that count although their rows are lost. */
      lost: number
    }
  | { ok: false; reason: 'petition_unknown' | 'policy_needed' | 'not_a_continuation' }
  /** Even with all that the mirror has, entries are missing that this machine signed. */
  | { ok: false; reason: 'mirror_too_old'; size: number; signed: number }

/**
 * Puts the entries of a petition's ledger that a restored database lacks back from a mirror, exactly: the mirror is
 * verified as an auditor does, and the database must be its beginning, byte for byte. Rows that the database still has
 * are brought to the state that the entries say. Each transaction leaves leaves, tree, rows and totals in agreement, so
 * it may be interrupted and repeated.
 * @param policy the keys to trust, if the database does not know them
 * @throws Fault if the mirror is invalid, Unreachable if it cannot be read
 */
export async function restoreLeaves(
  slug: string,
  source: LedgerSource,
  now: Date,
  policy?: string,
  dataDir = env().DATA_DIR,
): Promise<RestoreLeavesResult> {
  const log = await findLog(slug)
  if (!log) return { ok: false, reason: 'petition_unknown' }
  const trusted = policy ?? log.policy
  if (!trusted) return { ok: false, reason: 'policy_needed' }
  const published = await readPublished(source, trusted)
  if (log.origin && log.origin !== published.report.head.origin) return { ok: false, reason: 'not_a_continuation' }
  if (!(await matchesPublished(log.id, published.leaves))) return { ok: false, reason: 'not_a_continuation' }

  let added = 0
  for (;;) {
    const more = await fencedTransaction((client) => restoreBatch(client, log.id, published, now))
    added += more
    if (more < BATCH_SIZE) break
  }
  const folder = checkpointFolder(log.id, dataDir)
  const signed = await lastCheckpoint(folder)
  const { size } = published.report.head
  const reached = log.size + added
  if (signed && signed.size > reached)
    return { ok: false, reason: 'mirror_too_old', size: reached, signed: signed.size }
  // A machine that is new must not sign less than the public has seen.
  if (!signed || signed.size < size) await storeCheckpoint(folder, size, published.report.note)
  return { ok: true, before: log.size, added, lost: await countLost(log.id) }
}

async function restoreBatch(client: PoolClient, petitionId: string, published: Published, now: Date): Promise<number> {
  const from = await lockTotal(client, petitionId, now)
  const leaves = published.leaves.slice(from, from + BATCH_SIZE).map((bytes) => {
    const leaf = decodeLeaf(bytes)
    if (!leaf) throw new Fault('bad_leaf', 'an entry has an unknown form')
    return leaf
  })
  if (leaves.length > 0) {
    await writeLeaves(client, petitionId, from, leaves)
    await moveTotals(client, petitionId, now, await settleLeaves(client, petitionId, now, leaves, from))
  }
  if (from + leaves.length === published.leaves.length) await restorePublished(client, petitionId, published, now)
  return leaves.length
}

interface Log {
  id: string
  size: number
  origin: string | null
  policy: string | null
}

async function findLog(slug: string): Promise<Log | null> {
  const { rows } = await pool().query<{ id: string; size: string; origin: string | null; policy: string | null }>(
    `SELECT p.id, coalesce(t.size, 0) AS size, l.origin, l.policy FROM petition p
     LEFT JOIN petition_total t ON t.petition_id = p.id LEFT JOIN ledger_log l ON l.petition_id = p.id WHERE p.slug = $1`,
    [slug],
  )
  return rows[0] ? { ...rows[0], size: Number(rows[0].size) } : null
}

async function countLost(petitionId: string): Promise<number> {
  const { rows } = await pool().query<{ lost: number }>(
    'SELECT count(*)::int AS lost FROM lost_signature WHERE petition_id = $1',
    [petitionId],
  )
  return rows[0]?.lost ?? 0
}
