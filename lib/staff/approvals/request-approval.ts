import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from '../audit/audit'
import { authorise } from '../authorise'
import { queueStaffNotice } from '../notices/queue-staff-notice'
import { type ApprovableVerb, approvable } from '../roles'
import type { Staff } from '../staff'
import { lastMoment } from './approval-expiry'
import { type ContentPart, digestOf } from './content'
import { describeAct } from './describe-act'
import { concerned } from './second-person'

export interface ApprovalRequest {
  /** What is to be done; who asks and who agrees must both be allowed to. */
  verb: ApprovableVerb
  /** `kind:key`, such as `petition:` and its id. */
  subject: string
  /** Exactly what is to be done, as the second person is shown it. Nothing personal. */
  detail: Record<string, string>
  /** In the words of the one who asks. */
  reason: string
  /** Public words that are to change. The record holds their digest. */
  content?: ContentPart[]
}

/**
 * Asks for a second person. Nothing is done until one agrees.
 * @returns the approval's id; null where the same already waits or is scheduled
 */
export async function requestApproval(
  tx: Prisma.TransactionClient,
  by: Staff,
  { verb, subject, detail, reason, content }: ApprovalRequest,
  now: Date,
): Promise<string | null> {
  authorise(by, approvable[verb])
  const open = { verb, subject, approvedAt: null, refusedAt: null }
  // What lapsed makes room for the next.
  await tx.approval.updateMany({ where: { ...open, askedAt: { lte: lastMoment(now) } }, data: { refusedAt: now } })
  const id = randomUUID()
  const words = content ? JSON.stringify(content) : null
  const { count } = await tx.approval.createMany({
    data: { id, verb, subject, detail: JSON.stringify(detail), content: words, reason, askedBy: by.id, askedAt: now },
    skipDuplicates: true,
  })
  if (count === 0) return null
  const others = { may: verb, except: [by.id, ...concerned(subject)] }
  const notice = { approval: id, what: describeAct(verb) }
  await queueStaffNotice(tx, { kind: 'approval_waiting', to: others, detail: notice }, now)
  const told = { approval: id, for: verb, ...detail, ...(content ? { words: digestOf(content) } : {}) }
  await audit(tx, { by, verb: 'approval.ask', subject, detail: told }, now)
  return id
}
