import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { openRecord } from '@/lib/vault/open-record'
import { lockSheet } from './lock-sheet'
import type { ScanType } from './scan-type'
import { sealedScan, sealedSheet } from './sheet-record'

/**
 * Opens a sheet's scan; that it is opened is in the audit log first.
 * @throws Error where this process holds no private key
 */
export async function openScan(
  by: Staff,
  id: string,
  now: Date,
): Promise<{ type: ScanType; bytes: Buffer<ArrayBuffer> } | null> {
  const scan = await staffWrite(by, 'paper.open', now, async ({ tx, log }) => {
    const found = isId(id) ? await tx.paperScan.findUnique({ where: { sheetId: id } }) : null
    if (found) log('paper.open', `paper:${id}`, { what: 'scan' })
    return found
  })
  if (!scan) return null
  const { type, bytes } = openRecord(scan.sealed, sealedScan)
  return { type, bytes: Buffer.from(bytes, 'base64') as Buffer<ArrayBuffer> }
}

/** Logs that somebody is about to see who collected a sheet; only then does the page open it (`openCollector`). */
export function auditCollectorOpening(by: Staff, id: string, now: Date): Promise<boolean> {
  return staffWrite(by, 'paper.open', now, async ({ tx, log }) => {
    if (!(await lockSheet(tx, id))) return false
    log('paper.open', `paper:${id}`, { what: 'collector' })
    return true
  })
}

/**
 * Who collected a sheet. Call it only after its opening was logged.
 * @throws Error where this process holds no private key
 */
export async function openCollector(by: Staff, id: string): Promise<string | null> {
  authorise(by, 'paper.open')
  const row = await db().paperSheet.findUnique({ where: { id }, select: { sealed: true } })
  return row && openRecord(row.sealed, sealedSheet).collector
}
