import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { isId } from '@/lib/input/id'
import { isAnyFrozen } from '@/lib/staff/approvals/people'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { transact } from '@/lib/transaction'
import { type Export, FETCHED_FOR, MAX_DOWNLOADS, readExport } from './export-view'
import { countRows } from './which-rows'

export type StartResult =
  | { ok: true; file: Export }
  | {
      ok: false
      reason: 'no_export' | 'not_agreed' | 'file_gone' | 'being_fetched' | 'more_rows' | 'no_key' | 'export_unreadable'
    }

/** A download that has made no progress for this long, in ms, has broken off: another may be started. */
const HELD_FOR = 120_000

/**
 * Starts a download, in the audit log before its first byte. Only the person who requested the file can start one, within
 * a day, one at a time, until one is complete; one that broke off may be started again, three times in all.
 */
export async function startExport(by: Staff, id: string, now: Date): Promise<StartResult> {
  authorise(by, 'export.ask')
  const row = isId(id) ? await db().dataExport.findUnique({ where: { id, askedBy: by.id } }) : null
  if (!row) return { ok: false, reason: 'no_export' }
  const file = readExport(row)
  if (!file) return { ok: false, reason: 'export_unreadable' }
  if (row.recipient) authorise(by, 'export.personal')
  if (row.recipient && !row.approvedAt) return { ok: false, reason: 'not_agreed' }
  // A frozen person's approval is suspended until their case is decided.
  if (await isAnyFrozen(db(), [row.approvedBy], now)) return { ok: false, reason: 'not_agreed' }
  if (row.recipient && !env().SEAL_PRIVATE_KEY) return { ok: false, reason: 'no_key' }
  // Held signatures were released meanwhile: the second person was shown a smaller number.
  if (row.recipient && (await countRows(file)) > row.rows) return { ok: false, reason: 'more_rows' }
  return staffWrite<StartResult>(by, 'export.ask', now, async ({ tx, log }) => {
    const since = { gt: new Date(now.getTime() - FETCHED_FOR) }
    const open = {
      id,
      finishedAt: null,
      endedAt: null,
      starts: { lt: MAX_DOWNLOADS },
      ...(row.recipient ? { approvedAt: since } : { askedAt: since }),
    }
    // One statement: of twenty that start at once, one succeeds.
    const [begun] = await tx.dataExport.updateManyAndReturn({
      where: { ...open, OR: [{ heldUntil: null }, { heldUntil: { lte: now } }] },
      data: { starts: { increment: 1 }, heldUntil: heldUntil(now) },
    })
    if (!begun)
      return { ok: false, reason: (await tx.dataExport.count({ where: open })) > 0 ? 'being_fetched' : 'file_gone' }
    const detail = { start: begun.starts, rows: begun.rows, columns: begun.columns.join(', ') }
    log('export.download', `export:${id}`, detail)
    return { ok: true, file: { ...file, starts: begun.starts } }
  })
}

/** A started download: the nth of its file. A later one takes its place. */
export interface Download {
  id: string
  starts: number
}

/** The download makes progress, so no other may start. @returns false where another has started, or the file is gone */
export async function holdExport({ id, starts }: Download, now: Date): Promise<boolean> {
  const where = { id, starts, finishedAt: null }
  return (await db().dataExport.updateMany({ where, data: { heldUntil: heldUntil(now) } })).count === 1
}

/** The client disconnected: another download may start at once. */
export async function releaseExport({ id, starts }: Download): Promise<void> {
  await db().dataExport.updateMany({ where: { id, starts, finishedAt: null }, data: { heldUntil: null } })
}

/** The last piece is about to be sent: the file is gone. @returns false where another download has taken its place */
export function finishExport(by: Staff, { id, starts }: Download, rows: number, now: Date): Promise<boolean> {
  return transact(async (tx) => {
    const { count } = await tx.dataExport.updateMany({
      where: { id, starts, finishedAt: null },
      data: { finishedAt: now, heldUntil: null },
    })
    if (count === 1) await audit(tx, { by, verb: 'export.finish', subject: `export:${id}`, detail: { rows } }, now)
    return count === 1
  })
}

function heldUntil(now: Date): Date {
  return new Date(now.getTime() + HELD_FOR)
}
