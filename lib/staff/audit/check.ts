import { db } from '@/lib/db'
import { entryHash, genesis } from './entry-hash'

export type AuditCheck =
  | { ok: true; entries: number; head: string }
  | { ok: false; reason: 'missing' | 'altered' | 'cut_short'; seq: bigint }

const PAGE = 5_000

/** A head of the audit log: the number of its newest entry, and that entry's hash in hex. */
export interface AuditHead {
  seq: bigint
  hash: string
}

/**
 * Reads the whole audit log and recomputes its chain.
 * @param known older heads, stored elsewhere: a log that was truncated or rewritten lacks one
 */
export async function check(known: AuditHead[] = []): Promise<AuditCheck> {
  const expected = new Map(known.map(({ seq, hash }) => [seq, hash]))
  const contradicted = known.find(({ seq, hash }) => expected.get(seq) !== hash)
  if (contradicted) return { ok: false, reason: 'altered', seq: contradicted.seq }
  let before: Uint8Array = genesis
  let seq = 0n
  for (;;) {
    const entries = await db().auditEntry.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: PAGE })
    for (const entry of entries) {
      if (entry.seq !== seq + 1n) return { ok: false, reason: 'missing', seq: seq + 1n }
      const hash = entryHash(before, entry)
      if (!hash.equals(entry.hash)) return { ok: false, reason: 'altered', seq: entry.seq }
      if ((expected.get(entry.seq) ?? hash.toString('hex')) !== hash.toString('hex'))
        return { ok: false, reason: 'altered', seq: entry.seq }
      before = hash
      seq = entry.seq
    }
    if (entries.length < PAGE) break
  }
  if (known.some((head) => head.seq > seq)) return { ok: false, reason: 'cut_short', seq: seq + 1n }
  return { ok: true, entries: Number(seq), head: `${seq}:${Buffer.from(before).toString('hex')}` }
}
