import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { countRows } from './ask-export'
import { type Export, FETCHED_FOR, MOST_STARTS, readExport } from './export-view'

export type StartResult =
  | { ok: true; file: Export }
  | { ok: false; reason: 'no_export' | 'not_agreed' | 'file_gone' | 'more_rows' | 'no_key' }

/**
 * Begins a download, in the record before its first byte. Only by the one who asked, within a day, until one download
 * came to its end; one that broke off may be begun again, three times in all.
 */
export async function startExport(by: Staff, id: string, now: Date): Promise<StartResult> {
  authorise(by, 'export.ask')
  const row = uuid.test(id) ? await db().dataExport.findUnique({ where: { id, askedBy: by.id } }) : null
  if (!row) return { ok: false, reason: 'no_export' }
  const file = readExport(row)
  if (row.recipient) authorise(by, 'export.personal')
  if (row.recipient && !row.agreedAt) return { ok: false, reason: 'not_agreed' }
  if (row.recipient && !env().SEAL_PRIVATE_KEY) return { ok: false, reason: 'no_key' }
  // Somebody let in again what was held: the second person was shown a smaller number.
  if (row.recipient && (await countRows(file)) > row.rows) return { ok: false, reason: 'more_rows' }
  return db().$transaction(async (tx) => {
    const since = { gt: new Date(now.getTime() - FETCHED_FOR) }
    const [begun] = await tx.dataExport.updateManyAndReturn({
      where: {
        id,
        finishedAt: null,
        starts: { lt: MOST_STARTS },
        ...(row.recipient ? { agreedAt: since } : { askedAt: since }),
      },
      data: { starts: { increment: 1 } },
    })
    if (!begun) return { ok: false, reason: 'file_gone' }
    const detail = { start: begun.starts, rows: begun.rows, columns: begun.columns.join(', ') }
    await record(tx, { by, verb: 'export.download', subject: `export:${id}`, detail }, now)
    return { ok: true, file: readExport(begun) }
  })
}

/** The last byte was taken: the file is gone. */
export async function finishExport(by: Staff, id: string, rows: number, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.dataExport.updateMany({ where: { id, finishedAt: null }, data: { finishedAt: now } })
    if (count === 1) await record(tx, { by, verb: 'export.finish', subject: `export:${id}`, detail: { rows } }, now)
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
