import { db } from '@/lib/db'
import { reference } from '@/lib/signatures/admin/reference'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { requiresApproval } from '@/lib/signatures/solo-quota/requires-approval'
import { soloQuotaLeft } from '@/lib/signatures/solo-quota/reserve-solo-quota'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { SignatureState } from '@/prisma/generated/enums'

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
  undoes: string | null
  total: number
  changed: number
  skipped: number
}

/** The acts, newest first. */
export async function listBulk(by: Staff): Promise<BulkActionView[]> {
  authorise(by, 'bulk.read')
  const acts = await db().bulkAction.findMany({ orderBy: { askedAt: 'desc' }, take: 100, omit: { cursor: true } })
  const [staff, petitions] = await Promise.all([
    db().user.findMany({ select: { id: true, email: true } }),
    db().petition.findMany({ select: { id: true, slug: true } }),
  ])
  const name = (id: string | null) => staff.find((person) => person.id === id)?.email ?? null
  return acts.map(({ petitionId, ...act }) => ({
    ...act,
    petition: petitions.find(({ id }) => id === petitionId)?.slug ?? '',
    askedBy: name(act.askedBy) ?? 'gone',
    askedById: act.askedBy,
    approvedBy: name(act.approvedBy),
  }))
}

interface SampleRow {
  key: string
  reference: string
  seen: SignatureState
}

/** One act, with the first of the signatures that it is about. */
export interface BulkDetail extends BulkActionView {
  sample: SampleRow[]
  /** By a rule, over signatures with reasons for doubt: takes a second person however few they are. */
  doubtful: boolean
  /** Going on with it would take a second person, as things stand. */
  takesTwo: boolean
  /** What waits for a second person. */
  approval: string | null
}

export async function findBulk(by: Staff, id: string, now: Date): Promise<BulkDetail | null> {
  authorise(by, 'bulk.read')
  const act = (await listBulk(by)).find((one) => one.id === id)
  const row = act && (await db().bulkAction.findUnique({ where: { id } }))
  if (!row) return null
  const items = await db().bulkItem.findMany({ where: { actId: id }, orderBy: { emailIndex: 'asc' }, take: 20 })
  const sample = items.map(({ emailIndex, seen }) => ({
    key: keyText({ petitionId: row.petitionId, emailIndex }),
    reference: reference(emailIndex),
    seen,
  }))
  const alone = await soloQuotaLeft(db(), { id: act.askedById }, row.petitionId, now)
  const doubtful = await requiresApproval(db(), row)
  const waiting = { subject: `bulk:${id}`, approvedAt: null, refusedAt: null }
  const approval = await db().approval.findFirst({ where: waiting, select: { id: true } })
  return { ...act, sample, doubtful, takesTwo: doubtful || act.total > alone, approval: approval?.id ?? null }
}
