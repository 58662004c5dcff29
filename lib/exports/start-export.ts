import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { isId } from '@/lib/input/id'
import { anyFrozen } from '@/lib/staff/approvals/people'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type Export, FETCHED_FOR, MAX_DOWNLOADS, readExport } from './export-view'
import { heldFor } from './hold-export'
import { countRows } from './request-export'

export type StartResult =
  | { ok: true; file: Export }
  | {
      ok: false
      reason: 'no_export' | 'not_agreed' | 'file_gone' | 'being_fetched' | 'more_rows' | 'no_key' | 'export_unreadable'
    }

/**
 * Begins a download, in the record before its first byte. Only by the one who asked, within a day, one at a time, until
 * one came to its end; one that broke off may be begun again, three times in all.
 */
export async function startExport(by: Staff, id: string, now: Date): Promise<StartResult> {
  authorise(by, 'export.ask')
  const row = isId(id) ? await db().dataExport.findUnique({ where: { id, askedBy: by.id } }) : null
  if (!row) return { ok: false, reason: 'no_export' }
  const file = readExport(row)
  if (!file) return { ok: false, reason: 'export_unreadable' }
  if (row.recipient) authorise(by, 'export.personal')
  if (row.recipient && !row.agreedAt) return { ok: false, reason: 'not_agreed' }
  // The agreement of somebody who is frozen rests until that is decided.
  if (await anyFrozen(db(), [row.agreedBy], now)) return { ok: false, reason: 'not_agreed' }
  if (row.recipient && !env().SEAL_PRIVATE_KEY) return { ok: false, reason: 'no_key' }
  // Somebody let in again what was held: the second person was shown a smaller number.
  if (row.recipient && (await countRows(file)) > row.rows) return { ok: false, reason: 'more_rows' }
  return db().$transaction(async (tx) => {
    const since = { gt: new Date(now.getTime() - FETCHED_FOR) }
    const open = {
      id,
      finishedAt: null,
      endedAt: null,
      starts: { lt: MAX_DOWNLOADS },
      ...(row.recipient ? { agreedAt: since } : { askedAt: since }),
    }
    // One statement: of twenty that begin at once, one does.
    const [begun] = await tx.dataExport.updateManyAndReturn({
      where: { ...open, OR: [{ heldUntil: null }, { heldUntil: { lte: now } }] },
      data: { starts: { increment: 1 }, heldUntil: heldFor(now) },
    })
    if (!begun)
      return { ok: false, reason: (await tx.dataExport.count({ where: open })) > 0 ? 'being_fetched' : 'file_gone' }
    const detail = { start: begun.starts, rows: begun.rows, columns: begun.columns.join(', ') }
    await audit(tx, { by, verb: 'export.download', subject: `export:${id}`, detail }, now)
    return { ok: true, file: { ...file, starts: begun.starts } }
  })
}
