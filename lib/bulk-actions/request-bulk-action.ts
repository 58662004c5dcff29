import { bringsIn, GRACE } from '@/lib/signatures/recent-change/grace'
import { requiresApproval } from '@/lib/signatures/solo-quota/requires-approval'
import { reserveSoloQuota } from '@/lib/signatures/solo-quota/reserve-solo-quota'
import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { requestApproval, withdrawApprovals } from '@/lib/staff/approvals/request-approval'
import type { Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import type { BulkAction, Prisma } from '@/prisma/generated/client'

export type DecideResult = { ok: true; stage: 'running' | 'waiting' | 'cancelled' } | { ok: false; reason: 'changed' }

const unfinished = ['counting', 'ready', 'waiting', 'running']

/**
 * Runs a counted bulk action whose number and sample its author has seen: at once if the solo quota suffices, otherwise
 * after approval.
 */
export function requestBulkAction(by: Staff, id: string, total: number, now: Date): Promise<DecideResult> {
  return decide(by, 'bulk.run', id, now, async (action, tx) => {
    if (action.stage !== 'ready' || action.askedBy !== by.id || action.total !== total) return null
    const { petitionId } = action
    const solo = !(await requiresApproval(tx, action)) && (await reserveSoloQuota(tx, by, petitionId, total, now))
    if (solo) return { stage: 'running', startsAt: startOf(action.verb, now) }
    const approval = await requestApproval(tx, by, await approvalRequest(tx, action), now)
    return approval ? { stage: 'waiting' } : null
  })
}

/** Runs exactly what was requested, after approval: the same signatures, as counted then. */
export const executeBulkAction: TwoPersonAct = {
  lock: (tx, { key }) => lockRow(tx, 'bulk_action', key),
  refused: (tx, id, now) =>
    tx.bulkAction.updateMany({ where: { id, stage: 'waiting' }, data: { stage: 'cancelled', endedAt: now } }),
  async execute(tx, { key, detail, approvedBy }, now) {
    const where = { id: key, stage: 'waiting', total: Number(detail.signatures) }
    const action = await tx.bulkAction.findFirst({ where })
    const startsAt = startOf(action?.verb ?? '', now)
    const step = { stage: 'running', approvedBy: approvedBy, approvedAt: now, startsAt }
    return (await tx.bulkAction.updateMany({ where, data: step })).count === 1 ? null : 'changed'
  },
}

/** Cancels a bulk action, also while it runs; changes made so far stay and can be undone. */
export function cancelBulkAction(by: Staff, id: string, now: Date): Promise<DecideResult> {
  return decide(by, 'bulk.ask', id, now, async (_, tx) => {
    await withdrawApprovals(tx, by, `bulk:${id}`, now)
    return { stage: 'cancelled', endedAt: now }
  })
}

/** Cancels the unfinished bulk actions that a person requested or approved. */
export async function cancelBulkActionsOf(tx: Prisma.TransactionClient, staffId: string, now: Date): Promise<void> {
  const theirs = { OR: [{ askedBy: staffId }, { approvedBy: staffId }], stage: { in: unfinished } }
  await tx.bulkAction.updateMany({ where: theirs, data: { stage: 'cancelled', endedAt: now } })
}

async function approvalRequest(tx: Prisma.TransactionClient, action: BulkAction) {
  const { id, verb, petitionId, reason, rule, total } = action
  const { slug } = await tx.petition.findUniqueOrThrow({ where: { id: petitionId }, select: { slug: true } })
  const detail = { petition: slug, what: verb, signatures: String(total), rule, 'look at them': `/admin/bulk/${id}` }
  return { verb: 'bulk.approve', subject: `bulk:${id}`, detail, reason } as const
}

interface Step {
  stage: 'running' | 'waiting' | 'cancelled'
  endedAt?: Date
  startsAt?: Date | null
}

/** Verbs that add to the count begin a minute later: cancelling before leaves no trace. */
function startOf(verb: string, now: Date): Date | null {
  return bringsIn(verb) ? new Date(now.getTime() + GRACE) : null
}

/** @param choose returns the next stage while the row is locked; null if it can no longer be decided */
function decide(
  by: Staff,
  verb: Verb,
  id: string,
  now: Date,
  choose: (action: BulkAction, tx: Prisma.TransactionClient) => Promise<Step | null>,
): Promise<DecideResult> {
  return staffWrite<DecideResult>(by, verb, now, async ({ tx, log }) => {
    const action = (await lockRow(tx, 'bulk_action', id)) && (await tx.bulkAction.findUnique({ where: { id } }))
    const step = action && unfinished.includes(action.stage) ? await choose(action, tx) : null
    if (!action || !step) return { ok: false, reason: 'changed' }
    await tx.bulkAction.update({ where: { id }, data: step })
    log('bulk.decide', `bulk:${id}`, { verb: action.verb, total: action.total, stage: step.stage })
    return { ok: true, stage: step.stage }
  })
}
