import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from '../audit/audit'
import { authorise } from '../authorise'
import { queueStaffNotice } from '../notices/queue-staff-notice'
import { type ApprovableVerb, approvableFrom } from '../roles'
import type { Staff } from '../staff'
import { type Agreed, agreedOf, NotDone, type TwoPersonAct, type TwoPersonActs } from './act'
import { lastMoment } from './approval-expiry'
import { describeAct } from './describe-act'
import { lockPeople } from './people'
import { concerned, needsOf, refuseSecond } from './second-person'

export type AgreeResult = { ok: true; due: Date | null } | { ok: false; reason: string }

/**
 * A second person agrees, and it is done in the same transaction: both, or neither, and once, however many agree at the
 * same moment. What destroys or mails many is scheduled instead (`executeDueApprovals`).
 * @returns `due`: when it will be done, null where it is done. `own` for who asked or whom it is about; `changed` where it
 *   was decided, has lapsed, or is no longer what was asked
 */
export async function agreeWith(acts: TwoPersonActs, by: Staff, id: string, now: Date): Promise<AgreeResult> {
  const asked = isId.test(id) ? await db().approval.findUnique({ where: { id } }) : null
  const verb = asked && approvableFrom(asked.verb)
  if (!asked || !verb) return { ok: false, reason: 'unknown' }
  authorise(by, 'approval.decide')
  authorise(by, verb)
  const act = acts[verb]
  try {
    return await db().$transaction(async (tx): Promise<AgreeResult> => {
      const ids = [asked.askedBy, by.id, ...concerned(asked.subject)]
      const people = await lockPeople(tx, ids, act.changesStaff ? 'change' : 'keep', now)
      const refusal = await refuseSecond(tx, asked, by.id, needsOf(verb), people, now)
      if (refusal) return { ok: false, reason: refusal }
      const agreed = agreedOf(asked, by.id, by)
      await act.lock?.(tx, agreed)
      return await take(tx, act, agreed, verb, now)
    })
  } catch (error) {
    if (error instanceof NotDone) return { ok: false, reason: error.reason }
    throw error
  }
}

async function take(
  tx: Prisma.TransactionClient,
  act: TwoPersonAct,
  agreed: Agreed,
  verb: ApprovableVerb,
  now: Date,
): Promise<AgreeResult> {
  const { id, subject, detail, by } = agreed
  const due = act.delayed?.(detail) ? new Date(now.getTime() + env().APPROVAL_DELAY * 1_000) : null
  const { count } = await tx.approval.updateMany({
    where: { id, approvedAt: null, refusedAt: null, askedAt: { gt: lastMoment(now) } },
    data: { decidedBy: agreed.agreedBy, approvedAt: now, dueAt: due, doneAt: due ? null : now },
  })
  if (count === 0) return { ok: false, reason: 'changed' }
  const refusal = due ? await tryOut(tx, act, agreed, now) : await act.execute(tx, agreed, now)
  if (refusal) throw new NotDone(refusal)
  const told = { approval: id, for: verb, ...detail }
  if (due) {
    await queueStaffNotice(
      tx,
      {
        kind: 'act_scheduled',
        to: 'owners',
        detail: { approval: id, what: describeAct(verb), due: due.toISOString().slice(0, 16).replace('T', ' ') },
      },
      now,
    )
    await audit(tx, { by, verb: 'approval.schedule', subject, detail: { ...told, due: due.toISOString() } }, now)
  } else await audit(tx, { by, verb: 'approval.agree', subject, detail: told }, now)
  return { ok: true, due }
}

/** Whether it could be done as things stand: nobody agrees to what is no longer what was asked. */
async function tryOut(tx: Prisma.TransactionClient, act: TwoPersonAct, agreed: Agreed, now: Date) {
  await tx.$executeRaw`SAVEPOINT try_out`
  const refusal = await act.execute(tx, agreed, now)
  await tx.$executeRaw`ROLLBACK TO SAVEPOINT try_out`
  return refusal
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
