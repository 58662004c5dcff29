import { dayOf } from '@/lib/input/day'
import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { PaperSheet, Prisma } from '@/prisma/generated/client'
import { lockSheet } from './lock-sheet'

export type WithdrawSheetResult =
  | { ok: true; approval: string | null }
  | { ok: false; reason: 'unknown' | 'changed' | 'waits' }

/** The largest sheet that one person may withdraw, in signatures, as in lib/bulk-actions. */
const MAX_SOLO_SHEET = 100

/** Tells whether withdrawing a sheet takes two people. */
export function requiresApproval(signatures: number): boolean {
  return signatures > MAX_SOLO_SHEET
}

/**
 * Withdraws an approved sheet from the count; above `MAX_SOLO_SHEET`, requests approval.
 * @returns the pending approval, or null if the sheet is withdrawn
 */
export function requestWithdrawal(by: Staff, id: string, why: string, now: Date): Promise<WithdrawSheetResult> {
  return staffWrite<WithdrawSheetResult>(by, 'paper.withdraw', now, async ({ tx, log }) => {
    const sheet = await lockSheet(tx, id)
    if (!sheet) return { ok: false, reason: 'unknown' }
    if (sheet.state !== 'approved' || sheet.signatures === null) return { ok: false, reason: 'changed' }
    const subject = `paper:${id}`
    const { signatures } = sheet
    if (requiresApproval(signatures)) {
      const detail = { sheet: id.slice(0, 8), signatures: String(signatures), place: sheet.place }
      const approval = await requestApproval(tx, by, { verb: 'paper.withdraw', subject, detail, reason: why }, now)
      return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
    }
    await retractSheet(tx, sheet, 1, now)
    log('paper.withdraw', subject, { signatures, why })
    return { ok: true, approval: null }
  })
}

/** Withdraws a large sheet, after approval. */
export const executeWithdrawal: TwoPersonAct = {
  lock: (tx, { key }) => lockSheet(tx, key),
  async execute(tx, { key, subject, by, id }, now) {
    const sheet = await lockSheet(tx, key)
    if (sheet?.state !== 'approved') return 'changed'
    await retractSheet(tx, sheet, 2, now)
    const detail = { approval: id, signatures: sheet.signatures }
    await audit(tx, { by, verb: 'paper.withdraw', subject, detail }, now)
    return null
  },
}

/**
 * Retracts an approved sheet: from the ledger by a public correction, or from the appender's queue if it is still
 * there. The same scan can then be entered again.
 * @param approvals how many people approved
 */
async function retractSheet(
  tx: Prisma.TransactionClient,
  { id, petitionId, record }: PaperSheet,
  approvals: number,
  now: Date,
): Promise<void> {
  if (!record) throw new Error('only an approved sheet can be withdrawn')
  // Waits for an appender that is counting it at this moment.
  await tx.$queryRaw`SELECT 1 FROM paper_entry WHERE petition_id = ${petitionId}::uuid AND record = ${record} FOR UPDATE`
  const where = { petitionId_record: { petitionId, record } }
  const { leafIndex } = await tx.paperEntry.findUniqueOrThrow({ where })
  if (leafIndex === null) await tx.paperEntry.delete({ where })
  else {
    const retraction = { petitionId, leafIndex, reason: 'paper_correction', decision: id, approvals }
    await tx.retraction.create({ data: { ...retraction, requestedAt: dayOf(now) } })
  }
  await tx.paperSheet.update({
    where: { id },
    data: { state: 'withdrawn', withdrawnAt: now, scanIndex: null, serial: null },
  })
}
