import { db } from '@/lib/db'
import { authorise } from '../authorise'
import { may, type Verb, verbFrom } from '../roles'
import type { Staff } from '../staff'
import { lastMoment } from './waits-for'

export interface ApprovalView {
  id: string
  verb: Verb
  subject: string
  /** The member of staff whom it is about. */
  about: string | null
  detail: Record<string, string>
  reason: string
  askedBy: string
  askedAt: Date
  stage: 'waiting' | 'agreed' | 'refused' | 'void'
  decidedBy: string | null
  decidedAt: Date | null
  /** Asked for by the one who looks. */
  own: boolean
  /** Others who work here and may agree. */
  others: number
}

/** What waits for a second person and what became of the rest, newest first, as far as the role may see it. */
export async function listApprovals(by: Staff, now: Date): Promise<ApprovalView[]> {
  authorise(by, 'approval.read')
  const [rows, staff] = await Promise.all([
    db().approval.findMany({ orderBy: { askedAt: 'desc' }, take: 100 }),
    db().user.findMany({ select: { id: true, email: true, role: true, disabledAt: true } }),
  ])
  const name = (id: string | null) => staff.find((person) => person.id === id)?.email ?? null
  const lapsed = lastMoment(now)
  return rows.flatMap((row) => {
    const verb = verbFrom(row.verb)
    if (!verb || !(may(by.role, verb) || by.role === 'auditor')) return []
    const waiting = !row.approvedAt && !row.refusedAt
    return {
      id: row.id,
      verb,
      subject: row.subject,
      about: row.subject.startsWith('staff:') ? name(row.subject.slice(6)) : null,
      detail: JSON.parse(row.detail) as Record<string, string>,
      reason: row.reason,
      askedBy: name(row.askedBy) ?? 'gone',
      askedAt: row.askedAt,
      stage: stageOf(row, waiting && row.askedAt > lapsed),
      decidedBy: name(row.decidedBy),
      decidedAt: row.approvedAt ?? row.refusedAt,
      own: row.askedBy === by.id,
      others: staff.filter(({ id, role, disabledAt }) => id !== row.askedBy && !disabledAt && may(role, verb)).length,
    }
  })
}

/** One of them; null where it is not there or not for the role. */
export async function findApproval(by: Staff, id: string, now: Date): Promise<ApprovalView | null> {
  return (await listApprovals(by, now)).find((one) => one.id === id) ?? null
}

function stageOf(
  { approvedAt, refusedAt, decidedBy }: { approvedAt: Date | null; refusedAt: Date | null; decidedBy: string | null },
  waiting: boolean,
): ApprovalView['stage'] {
  if (waiting) return 'waiting'
  if (approvedAt) return 'agreed'
  return refusedAt && decidedBy ? 'refused' : 'void'
}
