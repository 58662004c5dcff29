import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { type Paged, pageOf, rowsOf } from '@/lib/input/pages'
import { requiresApproval } from '@/lib/signatures/solo-quota/requires-approval'
import { soloQuotaLeft } from '@/lib/signatures/solo-quota/reserve-solo-quota'
import { findPendingApproval } from '@/lib/staff/approvals/request-approval'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { named, staffName } from '@/lib/staff/staff-name'
import type { Prisma } from '@/prisma/generated/client'

export interface BulkActionView {
  id: string
  petition: string
  verb: string
  reason: string
  rule: string
  stage: string
  askedBy: string
  askedById: string
  askedAt: Date
  approvedBy: string | null
  approvedAt: Date | null
  endedAt: Date | null
  /** When it begins, if it adds signatures to the count. */
  startsAt: Date | null
  undoes: string | null
  total: number
  changed: number
  skipped: number
}

const columns = {
  include: { petition: { select: { slug: true } }, asker: named, approver: named },
  omit: { cursor: true },
} satisfies Prisma.BulkActionDefaultArgs

type Row = Prisma.BulkActionGetPayload<typeof columns>

/** Lists bulk actions, newest first. */
export async function listBulkActions(by: Staff, page: number): Promise<Paged<BulkActionView>> {
  authorise(by, 'bulk.read')
  const [rows, total] = await Promise.all([
    db().bulkAction.findMany({ ...columns, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }], ...rowsOf(page) }),
    db().bulkAction.count(),
  ])
  return pageOf(page, rows.map(view), total)
}

/** A bulk action with the data needed to decide on it. */
export interface BulkActionDetail extends BulkActionView {
  /** A rule on signatures with flags: it requires approval, however few they are. */
  doubtful: boolean
  /** Running it now would require approval. */
  takesTwo: boolean
  /** If it undoes a release by holding again: how many are counted. */
  counted: number
  /** The id of the pending approval. */
  approval: string | null
}

/** Tells whether the worker is still counting its signatures. */
export async function isCounting(by: Staff, id: string): Promise<boolean> {
  authorise(by, 'bulk.read')
  return (await db().bulkAction.count({ where: { id, stage: 'counting' } })) > 0
}

/** @returns null if there is none */
export async function findBulkAction(by: Staff, id: string, now: Date): Promise<BulkActionDetail | null> {
  authorise(by, 'bulk.read')
  const row = isId(id) ? await db().bulkAction.findUnique({ ...columns, where: { id } }) : null
  if (!row) return null
  const quota = await soloQuotaLeft(db(), { id: row.askedBy }, row.petitionId, now)
  const doubtful = await requiresApproval(db(), row)
  const brings = row.undoes !== null && row.verb === 'hold'
  const counted = brings ? await db().bulkItem.count({ where: { bulkActionId: id, expected: 'counted' } }) : 0
  const approval = await findPendingApproval(`bulk:${id}`, now)
  return { ...view(row), doubtful, takesTwo: doubtful || row.total > quota, counted, approval }
}

function view({ petitionId: _, petition, asker, approver, ...row }: Row): BulkActionView {
  return {
    ...row,
    petition: petition.slug,
    askedBy: staffName(asker),
    askedById: row.askedBy,
    approvedBy: approver && staffName(approver),
  }
}
