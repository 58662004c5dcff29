import { readKey } from '@/lib/signatures/admin/signature-key'
import { subjectOf } from '@/lib/signatures/admin/subject'
import { publicName } from '@/lib/signatures/public-names/public-name'
import { signatureRecord } from '@/lib/signatures/signature-record'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { openRecord } from '@/lib/vault/open-record'
import { commentMacs } from './comment-mac'

/** Why a comment is not published; kept with the decision. */
export const rejections = ['insult', 'danger', 'advertising', 'off_topic', 'unclear'] as const
export type Rejection = (typeof rejections)[number]

export type CommentResult = { ok: true } | { ok: false; reason: 'unknown' | 'changed' }

/**
 * Approves or rejects a comment; nothing in it is edited.
 * @param seen identifies the comment that was read: if it has changed since, somebody reads it again
 */
export function decideComment(
  by: Staff,
  { key, expectedVersion }: { key: string; expectedVersion: string },
  decision: { approve: true } | { approve: false; reason: Rejection },
  now: Date,
): Promise<CommentResult> {
  return staffWrite<CommentResult>(by, 'comment.decide', now, async ({ tx, log }) => {
    const where = readKey(key)
    if (!where) return { ok: false, reason: 'unknown' }
    // Locked until the decision is written: a withdrawal, change or erasure comes before or after it.
    await tx.$queryRaw`SELECT 1 FROM signature WHERE petition_id = ${where.petitionId}::uuid
      AND email_index = ${where.emailIndex}::bytea FOR UPDATE`
    const row = await tx.signature.findUnique({ where: { petitionId_emailIndex: where } })
    if (!row || !['confirmed', 'counted'].includes(row.state)) return { ok: false, reason: 'changed' }
    const { comment, name } = openRecord(row.sealed, signatureRecord)
    const mac = comment === null ? undefined : commentMacs(row.petitionId, comment)[0]
    if (comment === null || !mac || mac.toString('base64url') !== expectedVersion)
      return { ok: false, reason: 'changed' }

    const shown = decision.approve ? { text: comment, name: publicName(name, row.display) ?? '' } : {}
    const { count } = await tx.comment.createMany({
      data: {
        ...where,
        ...shown,
        decision: decision.approve ? 'approved' : 'rejected',
        reason: decision.approve ? null : decision.reason,
        decidedBy: by.id,
        decidedAt: now,
        commentMac: mac,
        contentMac: row.contentMac,
      },
      skipDuplicates: true,
    })
    if (count === 0) return { ok: false, reason: 'changed' }
    const verb = decision.approve ? 'comment.approve' : 'comment.reject'
    log(verb, subjectOf(row.commitment), decision.approve ? {} : { reason: decision.reason })
    return { ok: true }
  })
}

/** Reverts a decision: a published comment disappears within seconds, and waits for another decision. */
export function reopenComment(by: Staff, key: string, now: Date): Promise<CommentResult> {
  return staffWrite<CommentResult>(by, 'comment.decide', now, async ({ tx, log }) => {
    const where = readKey(key)
    if (!where) return { ok: false, reason: 'unknown' }
    const row = await tx.signature.findUnique({ where: { petitionId_emailIndex: where } })
    const { count } = await tx.comment.deleteMany({ where })
    if (!row || count === 0) return { ok: false, reason: 'changed' }
    log('comment.reopen', subjectOf(row.commitment))
    return { ok: true }
  })
}
