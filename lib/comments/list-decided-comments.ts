import { db } from '@/lib/db'
import { type Paged, pageOf, rowsOf } from '@/lib/input/pages'
import { reference } from '@/lib/signatures/admin/reference'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { named, staffName } from '@/lib/staff/staff-name'

/** What was decided on a comment. */
export interface DecidedComment {
  key: string
  reference: string
  petition: string
  locale: string
  /** As published; null of one that was rejected, whose text only its signature has. */
  text: string | null
  /** Why it was rejected. */
  reason: string | null
  by: string
  at: Date
}

/** Decided comments, the newest decision first. It opens nothing sealed. */
export async function listDecidedComments(by: Staff, page: number): Promise<Paged<DecidedComment>> {
  authorise(by, 'comment.read')
  const [rows, total] = await Promise.all([
    db().comment.findMany({
      select: {
        petitionId: true,
        emailIndex: true,
        text: true,
        reason: true,
        decidedBy: true,
        decidedAt: true,
        signature: { select: { locale: true } },
      },
      orderBy: [{ decidedAt: 'desc' }, { petitionId: 'asc' }, { emailIndex: 'asc' }],
      ...rowsOf(page),
    }),
    db().comment.count(),
  ])
  const ids = (of: string[]) => ({ id: { in: [...new Set(of)] } })
  const [staff, petitions] = await Promise.all([
    db().user.findMany({
      where: ids(rows.map(({ decidedBy }) => decidedBy)),
      select: { id: true, ...named.select },
    }),
    db().petition.findMany({
      where: ids(rows.map(({ petitionId }) => petitionId)),
      select: { id: true, slug: true },
    }),
  ])
  const slugs = new Map(petitions.map(({ id, slug }) => [id, slug]))
  const names = new Map(staff.map(({ id, ...one }) => [id, staffName(one)]))
  return pageOf(
    page,
    rows.map(({ petitionId, emailIndex, text, reason, decidedBy, decidedAt, signature }) => ({
      key: keyText({ petitionId, emailIndex }),
      reference: reference(emailIndex),
      petition: slugs.get(petitionId) ?? '',
      locale: signature.locale,
      text,
      reason,
      by: names.get(decidedBy) ?? '',
      at: decidedAt,
    })),
    total,
  )
}
