import { db } from '@/lib/db'
import { entryHash, genesis } from './entry-hash'

export interface BrokenChain {
  ok: false
  reason: 'missing' | 'altered' | 'cut_short'
  /** The first entry that was altered or is missing. */
  seq: bigint
}

export type AuditCheck = { ok: true; entries: number; head: string } | BrokenChain

/** `at`: the last entry up to which the chain is whole; `isEnd`: no entry follows. */
export type PartCheck = { ok: true; at: AuditHead; isEnd: boolean } | BrokenChain

const PAGE = 1_000

/** The number of the log's newest entry, and its hash in hex. */
export interface AuditHead {
  seq: bigint
  hash: string
}

/** The head of an empty log. */
export const noEntries: AuditHead = { seq: 0n, hash: genesis.toString('hex') }

/**
 * Reads the audit log and recomputes its chain.
 * @param known older heads that were stored elsewhere; a truncated or rewritten log lacks one
 * @param from an entry up to which the log is known to be whole; by default the whole log is checked
 */
export async function check(known: AuditHead[] = [], from: AuditHead = noEntries): Promise<AuditCheck> {
  let at = from
  for (;;) {
    const part = await checkPart(at, known)
    if (!part.ok) return part
    at = part.at
    if (part.isEnd) return { ok: true, entries: Number(at.seq), head: `${at.seq}:${at.hash}` }
  }
}

/**
 * Checks up to a thousand entries with one short statement.
 * @param from see `check`; its entry must still exist
 */
export async function checkPart(from: AuditHead, known: AuditHead[] = []): Promise<PartCheck> {
  const where = { seq: { gte: from.seq } }
  const entries = await db().auditEntry.findMany({ where, orderBy: { seq: 'asc' }, take: PAGE + 1 })
  const near = known.filter(({ seq }) => seq >= from.seq && seq <= from.seq + BigInt(PAGE + 1))
  // Null if `from` is the start of the log.
  let at = from.seq === 0n ? from : null
  for (const entry of entries) {
    const seq: bigint = at ? at.seq + 1n : from.seq
    if (entry.seq !== seq) return { ok: false, reason: 'missing', seq }
    const hash: string = at ? entryHash(Buffer.from(at.hash, 'hex'), entry).toString('hex') : from.hash
    const isAsKnown = near.every((head) => head.seq !== seq || head.hash === hash)
    if (!isAsKnown || Buffer.from(entry.hash).toString('hex') !== hash) return { ok: false, reason: 'altered', seq }
    at = { seq, hash }
  }
  const isEnd = entries.length <= PAGE
  const last = at?.seq ?? from.seq - 1n
  if (isEnd && [from, ...known].some(({ seq }) => seq > last)) return { ok: false, reason: 'cut_short', seq: last + 1n }
  return { ok: true, at: at ?? from, isEnd }
}
