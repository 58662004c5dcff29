import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { memberCode } from '@/lib/coalition/member-code'
import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { blindIndex } from '@/lib/vault/blind-index'
import { sealRecord } from '@/lib/vault/seal-record'
import type { Prisma } from '@/prisma/generated/client'
import { lockSheet } from './lock-sheet'
import type { SheetForm } from './read-sheet'
import { scanType } from './scan-type'
import { sealedScan, sealedSheet } from './sheet-record'

/** Maximum size of a scan, in bytes. */
export const MAX_SCAN_BYTES = 8 * 1024 * 1024

export type EnterResult =
  | { ok: true; id: string }
  | {
      ok: false
      reason: 'petition_unknown' | 'scan_missing' | 'scan_too_large' | 'scan_type' | 'scan_known' | 'serial_known'
    }

/**
 * Stores a sheet with its scan, and the person's count if they have counted already. It is not counted until two people
 * have reached the same number (`countSheet`).
 */
export async function enterSheet(by: Staff, form: SheetForm, scan: Uint8Array, now: Date): Promise<EnterResult> {
  authorise(by, 'paper.enter')
  if (scan.length === 0) return { ok: false, reason: 'scan_missing' }
  if (scan.length > MAX_SCAN_BYTES) return { ok: false, reason: 'scan_too_large' }
  const type = scanType(scan)
  if (!type) return { ok: false, reason: 'scan_type' }
  const petition = await db().petition.findUnique({
    where: { id: form.petition },
    select: { id: true, status: true, removedAt: true },
  })
  // Sheets of a closed petition may still be in the post; a delivered or won petition accepts none.
  if ((petition?.status !== 'open' && petition?.status !== 'closed') || petition.removedAt)
    return { ok: false, reason: 'petition_unknown' }

  const id = randomUUID()
  const hash = createHash('sha256').update(scan).digest('hex')
  const scanIndex = blindIndex('paper scan', hash)
  const nonce = randomBytes(32).toString('base64url')
  const sealed = sealRecord(sealedSheet.parse({ collector: form.collector, nonce, scan: hash }))
  const bytes = Buffer.from(scan.buffer, scan.byteOffset, scan.length).toString('base64')
  const sealedBytes = sealRecord(sealedScan.parse({ type, bytes }))
  const { place, signedOn, signatures, serial } = form
  const via = await memberCode(form.via)

  return staffWrite<EnterResult>(by, 'paper.enter', now, async ({ tx, log }) => {
    const entered = { enteredBy: by.id, enteredAt: now }
    const sheet = { id, petitionId: petition.id, place, signedOn, sealed, scanIndex, serial, via, ...entered }
    // If the same scan or serial is entered twice at once, a unique index lets one through.
    const { count } = await tx.paperSheet.createMany({ data: sheet, skipDuplicates: true })
    if (count === 0) return { ok: false, reason: (await isEntered(tx, serial)) ? 'serial_known' : 'scan_known' }
    await tx.paperScan.create({ data: { sheetId: id, sealed: sealedBytes } })
    if (signatures !== null) {
      const counted = { number: signatures, countedBy: by.id, countedAt: now }
      await tx.paperCount.create({ data: { sheetId: id, round: 1, seat: 'first', ...counted } })
    }
    // The number is left out, because the second person may be able to read the audit log.
    log('paper.enter', `paper:${id}`, { petition: petition.id })
    return { ok: true, id }
  })
}

async function isEntered(tx: Prisma.TransactionClient, serial: string | null): Promise<boolean> {
  return serial !== null && (await tx.paperSheet.count({ where: { serial } })) > 0
}

export type DiscardResult = { ok: true } | { ok: false; reason: 'unknown' | 'changed' }

/** Deletes a sheet and its scan that were entered by mistake, before approval. Nothing was counted. */
export function discardSheet(by: Staff, id: string, why: string, now: Date): Promise<DiscardResult> {
  return staffWrite<DiscardResult>(by, 'paper.enter', now, async ({ tx, log }) => {
    const sheet = await lockSheet(tx, id)
    if (!sheet) return { ok: false, reason: 'unknown' }
    if (sheet.state !== 'open') return { ok: false, reason: 'changed' }
    await tx.paperSheet.delete({ where: { id } })
    log('paper.discard', `paper:${id}`, { why })
    return { ok: true }
  })
}
