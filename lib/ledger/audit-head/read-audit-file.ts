import { db } from '@/lib/db'
import type { LedgerFile } from '../read-ledger-file'

/**
 * What is public of the audit record, by its path under `/ledger/audit/`: `checkpoint` (the newest head), `policy` (the
 * keys that sign it) and `heads.json` (all of them, the oldest first). Null where there is no such file, or no head yet.
 */
export async function readAuditFile(path: string): Promise<LedgerFile | null> {
  if (path === 'heads.json') return heads()
  if (path !== 'checkpoint' && path !== 'policy') return null
  const newest = await db().auditHead.findFirst({ orderBy: { seq: 'desc' } })
  return newest && { body: path === 'policy' ? newest.policy : newest.note, immutable: false, kind: 'text' }
}

async function heads(): Promise<LedgerFile | null> {
  // A day makes one at most: ten years are a megabyte.
  const rows = await db().auditHead.findMany({ orderBy: { seq: 'asc' } })
  const served = rows.map(({ day, note }) => ({ day: day.toISOString().slice(0, 10), note }))
  return served.length > 0 ? { body: JSON.stringify(served), immutable: false, kind: 'json' } : null
}
