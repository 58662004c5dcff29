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
 * Opens a sheet's scan; that it is opened is in the audit log first. One that waits to be counted takes of no quota.
 * @throws Error where this process holds no private key
 */
export async function openScan(by: Staff, id: string, now: Date): Promise<ScanResult> {
  const logged = await auditScanOpening(by, id, now)
  const scan = logged.ok ? await readScan(by, id) : null
  if (!logged.ok) return logged
  return scan ? { ok: true, ...scan } : { ok: false, reason: 'no_sheet' }
}

/** Logs that somebody is about to see a sheet's scan; only then does the page show it (`readScan`). */
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
 * A sheet's scan; null where it is no longer kept. Call it only after its opening was logged.
 * @throws Error where this process holds no private key
 */
export async function readScan(by: Staff, id: string): Promise<Scan | null> {
  authorise(by, 'paper.open')
  const row = isId(id) ? await db().paperScan.findUnique({ where: { sheetId: id } }) : null
  if (!row) return null
  const { type, bytes } = openRecord(row.sealed, sealedScan)
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
 * The name of the collector of a sheet. Call it only after its opening was logged.
 * @throws Error if this process has no private key
 */
export async function openCollector(by: Staff, id: string): Promise<string | null> {
  authorise(by, 'paper.open')
  const row = await db().paperSheet.findUnique({ where: { id }, select: { sealed: true } })
  return row && openRecord(row.sealed, sealedSheet).collector
}
