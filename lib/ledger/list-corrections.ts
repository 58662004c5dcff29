import { db } from '@/lib/db'
import { type RetractReason, retractReasons } from './leaf'

/** One line of the public correction log: what staff took out of the count. */
export interface Correction {
  at: Date
  reason: RetractReason
  rule: number
  signatures: number
  approvals: number
  index: number
}

/** The newest first. */
export async function listCorrections(petitionId: string, limit = 100): Promise<Correction[]> {
  const rows = await db().ledgerCorrection.findMany({ where: { petitionId }, orderBy: { index: 'desc' }, take: limit })
  return rows.map(({ index, reason, rule, signatures, approvals, correctedAt }) => ({
    at: correctedAt,
    reason: retractReasons.find((known) => known === reason) ?? 'fraud',
    rule,
    signatures: Number(signatures),
    approvals,
    index: Number(index),
  }))
}
