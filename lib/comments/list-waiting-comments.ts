import { db } from '@/lib/db'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { reference } from '@/lib/signatures/admin/reference'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { publicName } from '@/lib/signatures/public-names/public-name'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { countingSql, countingStates } from '@/lib/signatures/states'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { openRecord } from '@/lib/vault/open-record'
import type { ReviewClaim } from '@/prisma/generated/client'
import { Prisma } from '@/prisma/generated/client'
import { commentMacs } from './comment-mac'

/** Counts comments of counted and confirmed signatures that await a decision, by language, up to `MAX_COUNTED`. */
export async function countWaitingComments(by: Staff): Promise<Map<string, number>> {
  authorise(by, 'comment.read')
  const rows = await db().$queryRaw<{ locale: string; n: number }[]>`
    SELECT locale, count(*)::int AS n FROM (
      SELECT s.locale FROM signature s LEFT JOIN comment c USING (petition_id, email_index)
      WHERE s.has_comment AND s.state IN ${Prisma.raw(countingSql)} AND c.petition_id IS NULL LIMIT ${MAX_COUNTED}) AS waiting
    GROUP BY locale ORDER BY n DESC, locale`
  return new Map(rows.map(({ locale, n }) => [locale, n]))
}

export interface OpenedComment {
  key: string
  reference: string
  petition: string
  locale: string
  text: string
  /** The name it would be published with; null where the signer chose not to appear. */
  name: string | null
  /** Identifies the comment as read: it is decided on only if it has not changed. */
  expectedVersion: string
}

/**
 * Opens the comments that this person has under review, whose reading was logged when they got them: those that they
 * got together last. Those decided or withdrawn meanwhile are left out.
 */
export async function openComments(by: Staff, now: Date): Promise<OpenedComment[]> {
  authorise(by, 'comment.read')
  const claims = await db().reviewClaim.findMany({
    where: { queue: 'comments', staffId: by.id, verdict: null, expiresAt: { gt: now } },
    orderBy: [{ expiresAt: 'desc' }, { emailIndex: 'asc' }],
  })
  const last = claims[0]?.together
  const opened = await Promise.all(claims.filter(({ together }) => together === last).map(openOne))
  return opened.filter((one) => one !== null)
}

async function openOne({ petitionId, emailIndex }: ReviewClaim): Promise<OpenedComment | null> {
  const where = { petitionId, emailIndex }
  const row = await db().signature.findUnique({
    where: { petitionId_emailIndex: where },
    include: { comment: { select: { decision: true } } },
  })
  if (!row || row.comment || !countingStates.includes(row.state)) return null
  const { comment, name } = openRecord(row.sealed, signatureRecord)
  if (comment === null) return null
  const petition = await db().petition.findUniqueOrThrow({ where: { id: row.petitionId }, select: { slug: true } })
  return {
    key: keyText(where),
    reference: reference(row.emailIndex),
    petition: petition.slug,
    locale: row.locale,
    text: comment,
    name: publicName(name, row.display),
    expectedVersion: commentMacs(row.petitionId, comment)[0]?.toString('base64url') ?? '',
  }
}
