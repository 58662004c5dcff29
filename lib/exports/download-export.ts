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

/** A download without progress for this long has broken off, and another may be started, in ms. */
const HELD_FOR = 120_000

/**
 * Starts a download, and logs it before its first byte. Only the person who requested the file can start one, within a
 * day, one at a time, until one is complete; broken-off ones can be repeated, three times in all.
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
  // Held signatures were released meanwhile, so the file has grown since its approval.
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
    // One statement: of twenty simultaneous starts, one succeeds.
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

/** The nth started download of a file. A later one replaces it. */
export interface Download {
  id: string
  starts: number
}

/**
 * Reserves the file for this download while it makes progress. @returns false if another has started, or the file is
 * finished
 */
export async function holdExport({ id, starts }: Download, now: Date): Promise<boolean> {
  const where = { id, starts, finishedAt: null }
  return (await db().dataExport.updateMany({ where, data: { heldUntil: heldUntil(now) } })).count === 1
}

/** Releases the file after the client disconnected, so that another download can start at once. */
export async function releaseExport({ id, starts }: Download): Promise<void> {
  await db().dataExport.updateMany({ where: { id, starts, finishedAt: null }, data: { heldUntil: null } })
}

/**
 * Marks the file as finished, before its last piece is sent. @returns false if another download has replaced this one
 */
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
