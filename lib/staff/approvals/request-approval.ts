import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from '../audit/audit'
import { authorise } from '../authorise'
import { queueStaffNotice } from '../notices/queue-staff-notice'
import { type ApprovableVerb, approvable } from '../roles'
import type { Staff } from '../staff'
import { lastMoment } from './approval-expiry'
import { type ContentPart, digestOf } from './content'
import { concerned } from './second-person'

export interface ApprovalRequest {
  /** The verb to execute; both the requester and the approver must be allowed to use it. */
  verb: ApprovableVerb
  /** `kind:key`, such as `petition:` and its id. */
  subject: string
  /** Exactly what will be done, as shown to the second person. Nothing personal. */
  detail: Record<string, string>
  /** The reason, as the requester typed it. */
  reason: string
  /** Public texts to be changed. The audit log holds their digest. */
  content?: ContentPart[]
}

/**
 * Requests the approval of a second person. Nothing is executed before it is given.
 * @returns the approval's id; null if the same request is already pending or scheduled
 */
export async function requestApproval(
  tx: Prisma.TransactionClient,
  by: Staff,
  { verb, subject, detail, reason, content }: ApprovalRequest,
  now: Date,
): Promise<string | null> {
  authorise(by, approvable[verb])
  const open = { verb, subject, approvedAt: null, refusedAt: null }
  // Removes an expired request, so that it can be made again.
  await tx.approval.updateMany({ where: { ...open, askedAt: { lte: lastMoment(now) } }, data: { refusedAt: now } })
  const id = randomUUID()
  const words = content ? JSON.stringify(content) : null
  const { count } = await tx.approval.createMany({
    data: { id, verb, subject, detail: JSON.stringify(detail), content: words, reason, askedBy: by.id, askedAt: now },
    skipDuplicates: true,
  })
  if (count === 0) return null
  const others = { may: verb, except: [by.id, ...concerned(subject)] }
  const notice = { approval: id, verb }
  await queueStaffNotice(tx, { kind: 'approval_waiting', to: others, detail: notice }, now)
  const logged = { approval: id, for: verb, ...detail, ...(content ? { words: digestOf(content) } : {}) }
  await audit(tx, { by, verb: 'approval.ask', subject, detail: logged }, now)
  return id
}

/** The id of the pending request about a subject; null if there is none. */
export async function findPendingApproval(subject: string, now: Date): Promise<string | null> {
  const pending = { subject, approvedAt: null, refusedAt: null, askedAt: { gt: lastMoment(now) } }
  return (await db().approval.findFirst({ where: pending, select: { id: true } }))?.id ?? null
}

/** Withdraws the pending requests about a subject that is no longer to be decided on. */
export async function withdrawApprovals(
  tx: Prisma.TransactionClient,
  by: Staff,
  subject: string,
  now: Date,
): Promise<void> {
  const pending = { subject, approvedAt: null, refusedAt: null }
  await tx.approval.updateMany({ where: pending, data: { refusedAt: now, decidedBy: by.id } })
}

/** Ends the pending requests that a person made, and the scheduled acts that they requested or approved. */
export async function endApprovalsOf(tx: Prisma.TransactionClient, staffId: string, now: Date): Promise<void> {
  const pending = { askedBy: staffId, approvedAt: null, refusedAt: null }
  await tx.approval.updateMany({ where: pending, data: { refusedAt: now } })
  const theirs = { OR: [{ askedBy: staffId }, { decidedBy: staffId }] }
  const scheduled = { dueAt: { not: null }, doneAt: null, stoppedAt: null }
  await tx.approval.updateMany({ where: { ...theirs, ...scheduled }, data: { stoppedAt: now } })
}
