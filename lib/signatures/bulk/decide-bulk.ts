import { db } from '@/lib/db'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'
import { requiresApproval } from '../solo-quota/requires-approval'
import { reserveSoloQuota } from '../solo-quota/reserve-solo-quota'

export type DecideResult =
  | { ok: true; stage: 'running' | 'waiting' | 'cancelled' }
  | { ok: false; reason: 'changed' | 'own' }

/** An act that nobody agreed to for so long is void, in ms. */
export const WAITS_FOR = 24 * 3_600_000

/** The one who asked has seen number and sample, and goes on: at once where the solo quota allows, or to a second person. */
export function goOn(by: Staff, actId: string, total: number, now: Date): Promise<DecideResult> {
  authorise(by, 'bulk.run')
  return decide(by, actId, 'ready', now, async (act, tx) => {
    if (act.askedBy !== by.id || act.total !== total) return null
    const alone = !(await requiresApproval(tx, act)) && (await reserveSoloQuota(tx, by, act.petitionId, total, now))
    return { stage: alone ? 'running' : 'waiting' }
  })
}

/** A second person agrees to exactly what the first asked: the same signatures, counted then. */
export function approve(by: Staff, actId: string, total: number, now: Date): Promise<DecideResult> {
  authorise(by, 'bulk.approve')
  return decide(by, actId, 'waiting', now, async (act) => {
    if (act.askedBy === by.id) return 'own'
    if (act.total !== total || now.getTime() - act.askedAt.getTime() > WAITS_FOR) return null
    return { stage: 'running', approvedBy: by.id, approvedAt: now }
  })
}

/** Stops an act, also in the middle; what it has done so far stays and can be undone. */
export function cancel(by: Staff, actId: string, now: Date): Promise<DecideResult> {
  authorise(by, 'bulk.ask')
  return decide(by, actId, null, now, async () => ({ stage: 'cancelled', endedAt: now }))
}

interface Act {
  id: string
  rule: string
  verb: string
  petitionId: string
  total: number
  stage: string
  askedBy: string
  askedAt: Date
}
interface Step {
  stage: 'running' | 'waiting' | 'cancelled'
  approvedBy?: string
  approvedAt?: Date
  endedAt?: Date
}

function decide(
  by: Staff,
  id: string,
  from: string | null,
  now: Date,
  choose: (act: Act, tx: Prisma.TransactionClient) => Promise<Step | 'own' | null>,
): Promise<DecideResult> {
  return db().$transaction(async (tx) => {
    // Two people who press at once take turns on the row; the second finds it changed.
    await tx.$queryRaw`SELECT 1 FROM bulk_act WHERE id = ${id}::uuid FOR UPDATE`
    const act = await tx.bulkAct.findUnique({ where: { id } })
    const open = act && ['counting', 'ready', 'waiting', 'running'].includes(act.stage)
    if (!open || (from && act.stage !== from)) return { ok: false, reason: 'changed' }
    const step = await choose(act, tx)
    if (!step) return { ok: false, reason: 'changed' }
    if (step === 'own') return { ok: false, reason: 'own' }
    await tx.bulkAct.update({ where: { id }, data: step })
    const detail = { verb: act.verb, total: act.total, stage: step.stage }
    await record(tx, { by, verb: step.approvedBy ? 'bulk.approve' : 'bulk.decide', subject: `bulk:${id}`, detail }, now)
    return { ok: true, stage: step.stage }
  })
}
