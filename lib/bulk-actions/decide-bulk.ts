import { db } from '@/lib/db'
import { requiresApproval } from '@/lib/signatures/solo-quota/requires-approval'
import { reserveSoloQuota } from '@/lib/signatures/solo-quota/reserve-solo-quota'
import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'

export type DecideResult = { ok: true; stage: 'running' | 'waiting' | 'cancelled' } | { ok: false; reason: 'changed' }

/** An act that nobody agreed to for so long is void, in ms. */
export const APPROVAL_EXPIRY = 24 * 3_600_000

/** The one who asked has seen number and sample, and goes on: at once where the solo quota allows, or to a second person. */
export function goOn(by: Staff, actId: string, total: number, now: Date): Promise<DecideResult> {
  authorise(by, 'bulk.run')
  return decide(by, actId, 'ready', now, async (act, tx) => {
    if (act.askedBy !== by.id || act.total !== total) return null
    const alone = !(await requiresApproval(tx, act)) && (await reserveSoloQuota(tx, by, act.petitionId, total, now))
    if (alone) return { stage: 'running' }
    const approval = await requestApproval(tx, by, await requestFor(tx, act), now)
    return approval ? { stage: 'waiting' } : null
  })
}

/** A second person agrees to exactly what the first asked: the same signatures, counted then. */
export const executeBulk: TwoPersonAct = {
  lock: (tx, { key }) => lockAct(tx, key),
  refused: (tx, id, now) =>
    tx.bulkAction.updateMany({ where: { id, stage: 'waiting' }, data: { stage: 'cancelled', endedAt: now } }),
  async execute(tx, { key, detail, agreedBy }, now) {
    const where = { id: key, stage: 'waiting', total: Number(detail.signatures) }
    const step = { stage: 'running', approvedBy: agreedBy, approvedAt: now }
    return (await tx.bulkAction.updateMany({ where, data: step })).count === 1 ? null : 'changed'
  },
}

/** Stops an act, also in the middle; what it has done so far stays and can be undone. */
export function cancel(by: Staff, actId: string, now: Date): Promise<DecideResult> {
  authorise(by, 'bulk.ask')
  return decide(by, actId, null, now, async (_, tx) => {
    const waiting = { subject: `bulk:${actId}`, approvedAt: null, refusedAt: null }
    await tx.approval.updateMany({ where: waiting, data: { refusedAt: now, decidedBy: by.id } })
    return { stage: 'cancelled', endedAt: now }
  })
}

async function requestFor(tx: Prisma.TransactionClient, { id, verb, petitionId, reason, rule, total }: Act) {
  const { slug } = await tx.petition.findUniqueOrThrow({ where: { id: petitionId }, select: { slug: true } })
  const detail = { petition: slug, what: verb, signatures: String(total), rule, 'look at them': `/admin/bulk/${id}` }
  return { verb: 'bulk.approve', subject: `bulk:${id}`, detail, reason } as const
}

interface Act {
  id: string
  verb: string
  reason: string
  rule: string
  petitionId: string
  total: number
  stage: string
  askedBy: string
  askedAt: Date
}
interface Step {
  stage: 'running' | 'waiting' | 'cancelled'
  endedAt?: Date
}

function decide(
  by: Staff,
  id: string,
  from: string | null,
  now: Date,
  choose: (act: Act, tx: Prisma.TransactionClient) => Promise<Step | null>,
): Promise<DecideResult> {
  return db().$transaction(async (tx) => {
    // Two people who press at once take turns on the row; the second finds it changed.
    const act = await lockAct(tx, id)
    const open = act && ['counting', 'ready', 'waiting', 'running'].includes(act.stage)
    if (!open || (from && act.stage !== from)) return { ok: false, reason: 'changed' }
    const step = await choose(act, tx)
    if (!step) return { ok: false, reason: 'changed' }
    await tx.bulkAction.update({ where: { id }, data: step })
    const detail = { verb: act.verb, total: act.total, stage: step.stage }
    await audit(tx, { by, verb: 'bulk.decide', subject: `bulk:${id}`, detail }, now)
    return { ok: true, stage: step.stage }
  })
}

async function lockAct(tx: Prisma.TransactionClient, id: string) {
  await tx.$queryRaw`SELECT 1 FROM bulk_action WHERE id = ${id}::uuid FOR UPDATE`
  return tx.bulkAction.findUnique({ where: { id } })
}
