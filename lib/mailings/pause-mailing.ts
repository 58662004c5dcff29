import { db } from '@/lib/db'
import { lockPeople } from '@/lib/staff/approvals/people'
import { isActive } from '@/lib/staff/approvals/second-person'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'

export type PauseResult = { ok: true } | { ok: false; reason: 'changed' }

/** Stops an update in the middle: what is queued by then still goes out, nothing more is queued. */
export function pauseMailing(by: Staff, id: string, now: Date): Promise<PauseResult> {
  return move(by, id, { from: 'sending', to: 'stopped', verb: 'update.stop', allowed: 'update.stop' }, now)
}

/** Goes on where it was stopped, unless who started it or agreed to it may no longer send. */
export function resumeMailing(by: Staff, id: string, now: Date): Promise<PauseResult> {
  return move(by, id, { from: 'stopped', to: 'sending', verb: 'update.continue', allowed: 'update.send' }, now)
}

function move(
  by: Staff,
  id: string,
  { from, to, verb, allowed }: { from: string; to: string; verb: string; allowed: Verb },
  now: Date,
): Promise<PauseResult> {
  authorise(by, allowed)
  return db().$transaction(async (tx) => {
    if (to === 'sending' && !(await stillStand(tx, id, now))) return { ok: false, reason: 'changed' }
    const [moved] = await tx.mailing.updateManyAndReturn({ where: { id, stage: from }, data: { stage: to } })
    if (!moved) return { ok: false, reason: 'changed' }
    await audit(tx, { by, verb, subject: `update:${id}`, detail: { queued: moved.queued } }, now)
    return { ok: true }
  })
}

/** What the two decided who are shut out or demoted by now is not carried on by a third person alone. */
async function stillStand(tx: Prisma.TransactionClient, id: string, now: Date): Promise<boolean> {
  const update = await tx.mailing.findUnique({ where: { id } })
  const ids = [update?.startedBy, update?.approvedBy].filter((one) => typeof one === 'string')
  const people = await lockPeople(tx, ids, 'keep', now)
  return ids.every((one) => isActive(people, one, 'update.send'))
}
