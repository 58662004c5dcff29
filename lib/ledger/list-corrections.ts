import { db } from '@/lib/db'
import { type RetractReason, retractReasons } from './leaf-kinds'
import { listReleases } from './list-releases'
import type { ReleaseReason } from './release-reasons'

/** One line of the public correction log: signatures that staff took out of the count, or brought into it. */
export interface Correction {
  at: Date
  reason: RetractReason | ReleaseReason
  rule: number
  /** The change of the count: negative if signatures were taken out. */
  change: number
  approvals: number
  /** Unique in its petition. */
  key: string
}

/** The lines of a petition's correction log, the newest first. */
export async function listCorrections(petitionId: string, now: Date, limit = 100): Promise<Correction[]> {
  const [removals, releases] = await Promise.all([
    db().ledgerCorrection.findMany({ where: { petitionId }, orderBy: { index: 'desc' }, take: limit }),
    listReleases(petitionId, now),
  ])
  const out = removals.map(({ index, reason, rule, signatures, approvals, correctedAt }) => ({
    at: correctedAt,
    reason: retractReasons.find((known) => known === reason) ?? 'fraud',
    rule,
    change: -Number(signatures),
    approvals,
    key: String(index),
  }))
  const brought = releases.map(({ day, reason, signatures, approvals }) => ({
    at: new Date(day),
    reason,
    rule: 0,
    change: signatures,
    approvals,
    key: `${day} ${reason} ${approvals}`,
  }))
  return [...out, ...brought].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit)
}
