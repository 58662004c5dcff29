import { dayOf } from '@/lib/input/day'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { Prisma, RecentChange, SignatureState } from '@/prisma/generated/client'
import { readKey } from '../admin/signature-key'
import { subjectOf } from '../admin/subject'
import { bringsIn, isUndoable } from './grace'

export type UndoResult =
  | { ok: true }
  /** There is no such change any more; somebody has changed the signature since; the removal is published. */
  | { ok: false; reason: 'undo_over' | 'undo_changed' | 'undo_published' }

/**
 * Undoes one person's own last change of a signature: its row is what it was before, and nothing of the change reaches
 * the ledger. The audit log keeps both. The solo quota stays used.
 * @param batch the change that the page showed: a later one is not undone
 */
export function undoChange(by: Staff, key: string, batch: string, now: Date): Promise<UndoResult> {
  return staffWrite<UndoResult>(by, 'signature.hold', now, async ({ tx, log }) => {
    const where = readKey(key)
    if (!where) return { ok: false, reason: 'undo_over' }
    const own = { ...where, batch, staffId: by.id, ...isUndoable(now) }
    const row = await tx.recentChange.findFirst({ where: own })
    const mine = row && (await tx.recentChange.deleteMany({ where: own })).count === 1
    if (!mine) {
      const other = await tx.recentChange.count({ where: { ...where, batch: { not: batch } } })
      return { ok: false, reason: other > 0 ? 'undo_changed' : 'undo_over' }
    }
    const { before, leafIndex, countedAt, mailboxIndex, commitment } = row
    const after = stateAfter(row)
    const restored = await tx.signature.updateMany({
      where: { ...where, state: after, commitment },
      data: { state: before, leafIndex, countedAt, mailboxIndex },
    })
    if (restored.count === 0) return { ok: false, reason: 'undo_changed' }
    // An appeal that was answered by the change waits again.
    await tx.signature.updateMany({
      where: { ...where, appealAnsweredAt: row.madeAt },
      data: { appealAnswer: null, appealAnsweredAt: null },
    })
    if (row.verb === 'remove' && leafIndex !== null && !(await withdrawRetraction(tx, row)))
      return { ok: false, reason: 'undo_published' }
    if (bringsIn(row.verb) && after === 'confirmed') await takeFromReleases(tx, row)
    log('signature.undo', subjectOf(commitment), { before: after, after: before })
    return { ok: true }
  })
}

/** The state in which the change left the signature (`transitions`). */
function stateAfter({ verb, leafIndex }: RecentChange): SignatureState {
  if (verb === 'hold') return 'held'
  if (verb === 'remove') return 'removed'
  return verb === 'release' && leafIndex !== null ? 'counted' : 'confirmed'
}

/** @returns false if the ledger has it already */
async function withdrawRetraction(tx: Prisma.TransactionClient, row: RecentChange): Promise<boolean> {
  const { petitionId, leafIndex, batch } = row
  const where = { petitionId, leafIndex: leafIndex ?? -1n, decision: batch, retractedIndex: null }
  return (await tx.retraction.deleteMany({ where })).count === 1
}

/** Out of the public line of that day, which says how many signatures staff brought in. */
async function takeFromReleases(
  tx: Prisma.TransactionClient,
  { petitionId, verb, madeAt }: RecentChange,
): Promise<void> {
  const where = { petitionId, day: dayOf(madeAt), reason: verb === 'release' ? 'reviewed' : 'restored', approvals: 1 }
  const { count } = await tx.ledgerRelease.deleteMany({ where: { ...where, signatures: 1n } })
  if (count === 0) await tx.ledgerRelease.updateMany({ where, data: { signatures: { decrement: 1n } } })
}
