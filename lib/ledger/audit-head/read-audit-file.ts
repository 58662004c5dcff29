import { db } from '@/lib/db'
import { isoDay } from '@/lib/input/day'
import type { LedgerFile } from '../read-ledger-file'

/**
 * A public file about the audit log, by its path under `/ledger/audit/`: `checkpoint` (the newest), `policy` (the keys
 * that sign it) and `heads.json` (all of them, the oldest first). Null if there is no such file, or no checkpoint yet.
 */
export async function readAuditFile(path: string): Promise<LedgerFile | null> {
  if (path === 'heads.json') return heads()
  if (path !== 'checkpoint' && path !== 'policy') return null
  const newest = await db().auditHead.findFirst({ orderBy: { seq: 'desc' } })
  return newest && { body: path === 'policy' ? newest.policy : newest.note, immutable: false, kind: 'text' }
}

async function heads(): Promise<LedgerFile | null> {
  // At most one a day: ten years are a megabyte.
  const rows = await db().auditHead.findMany({ orderBy: { seq: 'asc' } })
  const served = rows.map(({ day, note }) => ({ day: isoDay(day), note }))
  return served.length > 0 ? { body: JSON.stringify(served), immutable: false, kind: 'json' } : null
}
