import { db } from '@/lib/db'
import { type Paged, pageOf, rowsOf } from '@/lib/input/pages'
import { reference } from '@/lib/signatures/admin/reference'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { named, staffName } from '@/lib/staff/staff-name'

/** A comment with the decision on it. */
export interface DecidedComment {
  key: string
  reference: string
  petition: string
  locale: string
  /** As it is published; null where it is not: rejected, or withdrawn, hidden or changed by its signer. */
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
        name: true,
        reason: true,
        contentMac: true,
        decidedBy: true,
        decidedAt: true,
        signature: { select: { locale: true, state: true, display: true, contentMac: true } },
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
    rows.map(({ petitionId, emailIndex, text, name, reason, contentMac, decidedBy, decidedAt, signature }) => ({
      key: keyText({ petitionId, emailIndex }),
      reference: reference(emailIndex),
      petition: slugs.get(petitionId) ?? '',
      locale: signature.locale,
      text: name && isShown(signature, contentMac) ? text : null,
      reason,
      by: names.get(decidedBy) ?? '',
      at: decidedAt,
    })),
    total,
  )
}

/** As `listPublishedComments` decides it. */
function isShown(
  { state, display, contentMac }: { state: string; display: string; contentMac: Uint8Array },
  read: Uint8Array,
): boolean {
  return state === 'counted' && display !== 'hidden' && Buffer.compare(contentMac, read) === 0
}
