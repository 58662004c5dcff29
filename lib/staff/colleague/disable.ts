import type { Prisma, User } from '@/prisma/generated/client'
import { record } from '../audit/record'
import { authorise } from '../authorise'
import type { Staff } from '../staff'
import { type ActResult, actOnColleague } from './act-on-colleague'
import { type AskResult, askAbout } from './ask-about'
import { carryOutOn } from './carry-out-on'
import { shutOut } from './shut-out'

/** Shuts somebody out who is not an owner: at once, in the same moment as all their sessions end. */
export function disable(by: Staff, id: string, seen: string, reason: string, now: Date): Promise<ActResult> {
  authorise(by, 'staff.manage')
  return actOnColleague(id, async (tx, colleague) => {
    if (colleague.role === 'owner' || colleague.role !== seen) return 'changed'
    return shut(tx, by, colleague, reason, now)
  })
}

/** Shutting out an owner takes a second person. */
export function askDisable(by: Staff, id: string, reason: string, now: Date): Promise<AskResult> {
  return askAbout(
    by,
    id,
    'staff.disable',
    reason,
    ({ role, disabledAt }) => (disabledAt || role !== 'owner' ? null : { role }),
    now,
  )
}

/** A second person agrees. */
export function disableOwner(by: Staff, approvalId: string, now: Date): Promise<ActResult> {
  return carryOutOn(by, approvalId, 'staff.disable', now, (tx, colleague) => shut(tx, by, colleague, '', now))
}

async function shut(tx: Prisma.TransactionClient, by: Staff, { id, email, role }: User, reason: string, now: Date) {
  const { count } = await tx.user.updateMany({ where: { id, role, disabledAt: null }, data: { disabledAt: now } })
  if (count === 0) return 'changed'
  const sessions = await shutOut(tx, { id, email }, now)
  const detail = { role, sessions, ...(reason ? { reason } : {}) }
  await record(tx, { by, verb: 'staff.disable', subject: `staff:${id}`, detail }, now)
  return null
}
