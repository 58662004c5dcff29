import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { blindIndex } from '@/lib/vault/blind-index'
import { sealRecord } from '@/lib/vault/seal-record'
import type { SheetForm } from './read-sheet'
import { scanType } from './scan-type'
import { sealedScan, sealedSheet } from './sheet-record'

/** Largest scan, in bytes. */
export const MAX_SCAN_BYTES = 8 * 1024 * 1024

export type EnterResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'petition_unknown' | 'scan_missing' | 'scan_too_large' | 'scan_type' | 'scan_known' }

/**
 * Enters a sheet with its scan and what the first person counted on it. It counts for nothing until a second person
 * has come to the same number (`countSheet`).
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
  // What was handed over or won is over; a closed one may still wait for its post.
  if ((petition?.status !== 'open' && petition?.status !== 'closed') || petition.removedAt)
    return { ok: false, reason: 'petition_unknown' }

  const id = randomUUID()
  const hash = createHash('sha256').update(scan).digest('hex')
  const scanIndex = blindIndex('paper scan', hash)
  const nonce = randomBytes(32).toString('base64url')
  const sealed = sealRecord(sealedSheet.parse({ collector: form.collector, nonce, scan: hash }))
  const bytes = Buffer.from(scan.buffer, scan.byteOffset, scan.length).toString('base64')
  const sealedBytes = sealRecord(sealedScan.parse({ type, bytes }))
  const { place, signedOn, signatures } = form

  return db().$transaction(async (tx): Promise<EnterResult> => {
    const sheet = { id, petitionId: petition.id, place, signedOn, sealed, scanIndex, enteredBy: by.id, enteredAt: now }
    // The same scan twice at once: one of them.
    const { count } = await tx.paperSheet.createMany({ data: sheet, skipDuplicates: true })
    if (count === 0) return { ok: false, reason: 'scan_known' }
    await tx.paperScan.create({ data: { sheetId: id, sealed: sealedBytes } })
    const counted = { number: signatures, countedBy: by.id, countedAt: now }
    await tx.paperCount.create({ data: { sheetId: id, round: 1, seat: 'first', ...counted } })
    // Not the number: the second person may be one who reads the record.
    await audit(tx, { by, verb: 'paper.enter', subject: `paper:${id}`, detail: { petition: petition.id } }, now)
    return { ok: true, id }
  })
}
