import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { isId } from '@/lib/input/id'
import { type ApprovedRequest, approvedRequest, type TwoPersonAct, type TwoPersonActs } from '@/lib/staff/approvals/act'
import { lastMoment } from '@/lib/staff/approvals/approval-expiry'
import { isBound } from '@/lib/staff/approvals/bound'
import { lockPeople } from '@/lib/staff/approvals/people'
import { concerned, isActive, needsOf, refuseSecond } from '@/lib/staff/approvals/second-person'
import { audit } from '@/lib/staff/audit/audit'
import { authorise, authoriseRole } from '@/lib/staff/authorise'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import { type ApprovableVerb, approvableFrom } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { transact } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { executors } from './executors'

export type ApproveResult = { ok: true; due: Date | null } | { ok: false; reason: string }

/**
 * A second person approves, and the act is executed in the same transaction: both or neither, and once, however many
 * approve at the same moment. Acts that destroy data or mail many people are scheduled instead (`executeDueApprovals`).
 * @returns `due`: when it will be executed, null where it has been. `own` for the person who asked or whom it concerns;
 *   `changed` where it was decided, has expired, or is no longer what was asked
 */
export async function approve(
  by: Staff,
  id: string,
  now: Date,
  acts: TwoPersonActs = executors,
): Promise<ApproveResult> {
  const asked = isId(id) ? await db().approval.findUnique({ where: { id } }) : null
  const verb = asked && approvableFrom(asked.verb)
  if (!asked || !verb) return { ok: false, reason: 'unknown' }
  authorise(by, 'approval.decide')
  authorise(by, verb)
  const act = acts[verb]
  return transact<ApproveResult>(async (tx) => {
    const ids = [asked.askedBy, by.id, ...concerned(asked.subject)]
    const people = await lockPeople(tx, ids, act.changesStaff ? 'change' : 'keep', now)
    const refusal = await refuseSecond(tx, asked, by.id, needsOf(verb), people, now)
    if (refusal) return { ok: false, reason: refusal }
    const approved = approvedRequest(asked, by.id, by)
    await act.lock?.(tx, approved)
    return execute(tx, act, approved, verb, now)
  })
}

async function execute(
  tx: Prisma.TransactionClient,
  act: TwoPersonAct,
  approved: ApprovedRequest,
  verb: ApprovableVerb,
  now: Date,
): Promise<ApproveResult> {
  const { id, subject, detail, by } = approved
  const due = act.delayed?.(detail) ? new Date(now.getTime() + env().APPROVAL_DELAY * 1_000) : null
  const { count } = await tx.approval.updateMany({
    where: { id, approvedAt: null, refusedAt: null, askedAt: { gt: lastMoment(now) } },
    data: { decidedBy: approved.approvedBy, approvedAt: now, dueAt: due, doneAt: due ? null : now },
  })
  if (count === 0) return { ok: false, reason: 'changed' }
  const refusal = due ? await rehearse(tx, act, approved, now) : await act.execute(tx, approved, now)
  if (refusal) return { ok: false, reason: refusal }
  const logged = { approval: id, for: verb, ...detail }
  const told = { kind: 'request_approved', to: [approved.askedBy], detail: { approval: id, verb } } as const
  await queueStaffNotice(tx, told, now)
  if (due) {
    const notice = { approval: id, verb, due: due.toISOString().slice(0, 16).replace('T', ' ') }
    await queueStaffNotice(tx, { kind: 'act_scheduled', to: 'owners', detail: notice }, now)
    await audit(tx, { by, verb: 'approval.schedule', subject, detail: { ...logged, due: due.toISOString() } }, now)
  } else await audit(tx, { by, verb: 'approval.approve', subject, detail: logged }, now)
  return { ok: true, due }
}

/** Whether the act could be executed as things stand: nobody approves what is no longer what was asked. */
async function rehearse(tx: Prisma.TransactionClient, act: TwoPersonAct, approved: ApprovedRequest, now: Date) {
  await tx.$executeRaw`SAVEPOINT rehearsal`
  const refusal = await act.execute(tx, approved, now)
  await tx.$executeRaw`ROLLBACK TO SAVEPOINT rehearsal`
  return refusal
}

export type RefuseResult = { ok: true } | { ok: false; reason: 'unknown' | 'changed' | 'own' | 'bound' | 'not_you' }

/**
 * A second person refuses, or the first withdraws the request. Nothing is executed. The person it concerns cannot
 * refuse it, nor can anyone bound to them by an invitation.
 */
export async function refuse(by: Staff, id: string, now: Date, acts: TwoPersonActs = executors): Promise<RefuseResult> {
  const asked = isId(id) ? await db().approval.findUnique({ where: { id } }) : null
  const verb = asked && approvableFrom(asked.verb)
  if (!asked || !verb) return { ok: false, reason: 'unknown' }
  const { subject } = asked
  // Needs no fresh second factor: refusing must be quick.
  authoriseRole(by, verb)
  return transact<RefuseResult>(async (tx) => {
    const people = await lockPeople(tx, [by.id], 'keep', now)
    if (!isActive(people, by.id, verb)) return { ok: false, reason: 'not_you' }
    const own = asked.askedBy === by.id
    for (const about of own ? [] : concerned(subject)) {
      if (about === by.id) return { ok: false, reason: 'own' }
      if (await isBound(tx, about, by.id, now)) return { ok: false, reason: 'bound' }
    }
    await acts[verb].refused?.(tx, subject.slice(subject.indexOf(':') + 1), now)
    const { count } = await tx.approval.updateMany({
      where: { id, approvedAt: null, refusedAt: null },
      data: { decidedBy: by.id, refusedAt: now },
    })
    if (count === 0) return { ok: false, reason: 'changed' }
    const told = { kind: 'request_refused', to: [asked.askedBy], detail: { approval: id, verb } } as const
    if (!own) await queueStaffNotice(tx, told, now)
    const how = own ? 'approval.take_back' : 'approval.refuse'
    await audit(tx, { by, verb: how, subject, detail: { approval: id, for: verb } }, now)
    return { ok: true }
  })
}

type StopResult = { ok: true } | { ok: false; reason: 'changed' }

/** Stops an approved act before its delay is over. Any of the staff may: a mistake only costs another request. */
export function stopApproval(by: Staff, id: string, now: Date): Promise<StopResult> {
  return staffWrite<StopResult>(by, 'approval.stop', now, async ({ tx, log }) => {
    const people = await lockPeople(tx, [by.id], 'keep', now)
    if (!isActive(people, by.id, 'approval.stop')) return { ok: false, reason: 'changed' }
    const [stopped] = await tx.approval.updateManyAndReturn({
      where: { id, dueAt: { not: null }, doneAt: null, stoppedAt: null },
      data: { stoppedAt: now, stoppedBy: by.id },
    })
    if (!stopped) return { ok: false, reason: 'changed' }
    log('approval.stop', stopped.subject, { approval: id, for: stopped.verb })
    return { ok: true }
  })
}
