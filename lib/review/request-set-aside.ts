import { createSelectionAction } from '@/lib/bulk-actions/create-bulk-action'
import { requestBulkAction } from '@/lib/bulk-actions/request-bulk-action'
import { db } from '@/lib/db'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { ReviewClaim } from '@/prisma/generated/client'
import { verdicts } from './decide-held'

/**
 * Requests a second person's approval for a person's set-aside decisions: one bulk action for each petition and
 * verdict, on exactly these signatures. Refused ones return to the queue a day after the decision.
 * @returns the ids of the bulk actions
 */
export async function requestSetAside(by: Staff, now: Date): Promise<string[]> {
  authorise(by, 'bulk.run')
  const set = { verdict: { in: [...verdicts] }, dueAt: null, actionId: null }
  const where = { queue: 'held', staffId: by.id, ...set, decidedAt: { not: null } }
  const rows = await db().reviewClaim.findMany({ where: { ...where, expiresAt: { gt: now } }, take: MAX_ASKED })
  const actions: string[] = []
  for (const group of groups(rows)) {
    const [{ verdict } = { verdict: null }] = group
    const [verb, reason] = verdict === 'release' ? (['release', ''] as const) : (['remove', verdict ?? ''] as const)
    const id = await createSelectionAction(by, verb, reason, group.map(keyText), now)
    if (!id) continue
    const keys = group.map(({ petitionId, emailIndex }) => ({ petitionId, emailIndex }))
    await db().reviewClaim.updateMany({ where: { ...where, OR: keys }, data: { actionId: id } })
    const total = await db().bulkItem.count({ where: { bulkActionId: id } })
    await requestBulkAction(by, id, total, now)
    actions.push(id)
  }
  return actions
}

/** Maximum number of signatures of one request; a bulk action takes no larger selection. */
const MAX_ASKED = 1_000

function groups(rows: ReviewClaim[]): ReviewClaim[][] {
  const found = new Map<string, ReviewClaim[]>()
  for (const row of rows) {
    const name = `${row.petitionId} ${row.verdict}`
    found.set(name, [...(found.get(name) ?? []), row])
  }
  return [...found.values()]
}
