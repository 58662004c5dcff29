import { db } from '@/lib/db'
import { entryHash, genesis } from './entry-hash'

export interface BrokenChain {
  ok: false
  reason: 'missing' | 'altered' | 'cut_short'
  /** The first entry that is not as it was. */
  seq: bigint
}

export type AuditCheck = { ok: true; entries: number; head: string } | BrokenChain

/** `at`: up to where the chain is whole; `isEnd`: nothing follows. */
export type PartCheck = { ok: true; at: AuditHead; isEnd: boolean } | BrokenChain

const PAGE = 1_000

/** A head of the audit log: the number of its newest entry, and that entry's hash in hex. */
export interface AuditHead {
  seq: bigint
  hash: string
}

/** The head of a log without entries. */
export const noEntries: AuditHead = { seq: 0n, hash: genesis.toString('hex') }

/**
 * Reads the audit log and recomputes its chain.
 * @param known older heads, stored elsewhere: a log that was truncated or rewritten lacks one
 * @param from the head up to which it is known to be whole: the whole log where it is left out
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
 * The same for a thousand entries, by one short statement.
 * @param from as above; its own entry must still be there
 */
export async function checkPart(from: AuditHead, known: AuditHead[] = []): Promise<PartCheck> {
  const where = { seq: { gte: from.seq } }
  const entries = await db().auditEntry.findMany({ where, orderBy: { seq: 'asc' }, take: PAGE + 1 })
  const near = known.filter(({ seq }) => seq >= from.seq && seq <= from.seq + BigInt(PAGE + 1))
  // Null: its own entry is the first.
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
