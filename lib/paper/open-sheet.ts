import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import { type OpeningRefusal, reserveOpening } from '@/lib/staff/quota/reserve-opening'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { openRecord } from '@/lib/vault/open-record'
import { lockSheet } from './lock-sheet'
import type { ScanType } from './scan-type'
import { sealedScan, sealedSheet } from './sheet-record'

/** A scan as it was uploaded. */
export interface Scan {
  type: ScanType
  bytes: Buffer<ArrayBuffer>
}

type Refused = { ok: false; reason: 'no_sheet' | OpeningRefusal }
type ScanResult = ({ ok: true } & Scan) | Refused

/**
 * Decrypts a sheet's scan after logging it. A scan that waits to be counted uses no quota.
 * @throws Error if this process has no private key
 */
export async function openScan(by: Staff, id: string, now: Date): Promise<ScanResult> {
  const logged = await auditScanOpening(by, id, now)
  const scan = logged.ok ? await readScan(by, id) : null
  if (!logged.ok) return logged
  return scan ? { ok: true, ...scan } : { ok: false, reason: 'no_sheet' }
}

/** Logs that somebody is about to see a sheet's scan; only then may the page call `readScan`. */
export function auditScanOpening(by: Staff, id: string, now: Date): Promise<{ ok: true } | Refused> {
  return staffWrite<{ ok: true } | Refused>(by, 'paper.open', now, async ({ tx, log }) => {
    const select = { sheet: { select: { state: true } } }
    const found = isId(id) ? await tx.paperScan.findUnique({ where: { sheetId: id }, select }) : null
    if (!found) return { ok: false, reason: 'no_sheet' }
    const refusal = found.sheet.state === 'open' ? null : await reserveOpening(tx, by, 'opening', now)
    if (refusal) return { ok: false, reason: refusal }
    log('paper.open', `paper:${id}`, { what: 'scan' })
    return { ok: true }
  })
}

/**
 * Decrypts a sheet's scan; null if it was purged. Call it only after its opening was logged.
 * @throws Error if this process has no private key
 */
export async function readScan(by: Staff, id: string): Promise<Scan | null> {
  authorise(by, 'paper.open')
  const row = isId(id) ? await db().paperScan.findUnique({ where: { sheetId: id } }) : null
  if (!row) return null
  const { type, bytes } = openRecord(row.sealed, sealedScan)
  return { type, bytes: Buffer.from(bytes, 'base64') as Buffer<ArrayBuffer> }
}

/** Logs that somebody is about to see a sheet's collector; only then may the page call `openCollector`. */
export function auditCollectorOpening(by: Staff, id: string, now: Date): Promise<boolean> {
  return staffWrite(by, 'paper.open', now, async ({ tx, log }) => {
    if (!(await lockSheet(tx, id))) return false
    log('paper.open', `paper:${id}`, { what: 'collector' })
    return true
  })
}

/**
 * Decrypts the name of a sheet's collector. Call it only after its opening was logged.
 * @throws Error if this process has no private key
 */
export async function openCollector(by: Staff, id: string): Promise<string | null> {
  authorise(by, 'paper.open')
  const row = await db().paperSheet.findUnique({ where: { id }, select: { sealed: true } })
  return row && openRecord(row.sealed, sealedSheet).collector
}
