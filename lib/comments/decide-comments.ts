import { keyText, readKey } from '@/lib/signatures/admin/signature-key'
import { subjectOf } from '@/lib/signatures/admin/subject'
import { publicName } from '@/lib/signatures/public-names/public-name'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { countingStates } from '@/lib/signatures/states'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { openRecord } from '@/lib/vault/open-record'
import { Prisma } from '@/prisma/generated/client'
import { commentMacs } from './comment-mac'

/** Decided in one step: as many as are shown together. */
export const MAX_TOGETHER = 50

/** Why a comment is not published; kept with the decision. */
export const rejections = ['insult', 'danger', 'advertising', 'off_topic', 'unclear'] as const
type Rejection = (typeof rejections)[number]

/** A comment as it was read: if it has changed since, somebody reads it again. */
export interface ReadComment {
  key: string
  expectedVersion: string
}

export type CommentDecision = { approve: true } | { approve: false; reason: Rejection }

type Refusal = { ok: false; reason: 'unknown' | 'changed' }

/**
 * Approves or rejects comments of one petition; nothing in them is edited.
 * @returns the keys of those decided; the others have changed, or were decided by somebody else
 */
export function decideComments(
  by: Staff,
  comments: ReadComment[],
  decision: CommentDecision,
  now: Date,
): Promise<{ ok: true; decided: string[] } | Refusal> {
  return staffWrite<{ ok: true; decided: string[] } | Refusal>(by, 'comment.decide', now, async ({ tx, log }) => {
    const read = new Map(comments.map(({ key, expectedVersion }) => [key, expectedVersion]))
    const keys = [...read.keys()].flatMap((key) => readKey(key) ?? [])
    const petitionId = keys[0]?.petitionId
    if (
      !petitionId ||
      keys.length !== read.size ||
      keys.length > MAX_TOGETHER ||
      keys.some((key) => key.petitionId !== petitionId)
    )
      return { ok: false, reason: 'unknown' }
    const emailIndexes = keys.map(({ emailIndex }) => emailIndex)
    // Locked until the decision is written: a withdrawal, change or erasure comes before or after it.
    await tx.$queryRaw`SELECT 1 FROM signature WHERE petition_id = ${petitionId}::uuid
      AND email_index = ANY(${emailIndexes}::bytea[]) ORDER BY email_index FOR UPDATE`
    const rows = await tx.signature.findMany({
      where: { petitionId, emailIndex: { in: emailIndexes }, state: { in: countingStates } },
    })
    const data = rows.flatMap((row) => {
      const { comment, name } = openRecord(row.sealed, signatureRecord)
      const commentMac = comment === null ? undefined : commentMacs(row.petitionId, comment)[0]
      if (comment === null || !commentMac) return []
      if (commentMac.toString('base64url') !== read.get(keyText(row))) return []
      const shown = decision.approve ? { text: comment, name: publicName(name, row.display) ?? '' } : {}
      const { emailIndex, contentMac } = row
      return [
        {
          petitionId,
          emailIndex,
          contentMac,
          commentMac,
          ...shown,
          ...decided(decision),
          decidedBy: by.id,
          decidedAt: now,
        },
      ]
    })
    const made = await tx.comment.createManyAndReturn({ data, skipDuplicates: true, select: { emailIndex: true } })
    if (made.length === 0) return { ok: false, reason: 'changed' }
    const done = made.map(({ emailIndex }) => keyText({ petitionId, emailIndex }))
    for (const row of rows) {
      if (!done.includes(keyText(row))) continue
      if (decision.approve) log('comment.approve', subjectOf(row.commitment))
      else log('comment.reject', subjectOf(row.commitment), { reason: decision.reason })
    }
    return { ok: true, decided: done }
  })
}

function decided(decision: CommentDecision) {
  return decision.approve ? { decision: 'approved', reason: null } : { decision: 'rejected', reason: decision.reason }
}

/** Reverts a decision: a published comment disappears within seconds, and waits for another decision. */
export function reopenComment(by: Staff, key: string, now: Date): Promise<{ ok: true } | Refusal> {
  return staffWrite<{ ok: true } | Refusal>(by, 'comment.decide', now, async ({ tx, log }) => {
    const where = readKey(key)
    if (!where) return { ok: false, reason: 'unknown' }
    const row = await tx.signature.findUnique({ where: { petitionId_emailIndex: where } })
    const { count } = await tx.comment.deleteMany({ where })
    if (!row || count === 0) return { ok: false, reason: 'changed' }
    log('comment.reopen', subjectOf(row.commitment))
    return { ok: true }
  })
}

/**
 * Reverts what this person decided in one step, at this moment.
 * @returns the keys of the comments that wait again; none if somebody has decided on them again
 */
export function reopenDecision(by: Staff, decidedAt: Date, now: Date): Promise<string[]> {
  return staffWrite(by, 'comment.decide', now, async ({ tx, log }) => {
    const rows = await tx.$queryRaw<
      { petitionId: string; emailIndex: Uint8Array; commitment: Uint8Array }[]
    >(Prisma.sql`
      WITH gone AS (DELETE FROM comment WHERE decided_by = ${by.id}::uuid AND decided_at = ${decidedAt}
        RETURNING petition_id, email_index)
      SELECT s.petition_id::text AS "petitionId", s.email_index AS "emailIndex", s.commitment
      FROM gone JOIN signature s USING (petition_id, email_index)`)
    for (const { commitment } of rows) log('comment.reopen', subjectOf(commitment))
    return rows.map((row) => keyText(row))
  })
}
