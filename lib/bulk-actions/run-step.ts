import { db } from '@/lib/db'
import { type Changed, changeRows } from '@/lib/signatures/admin/change-state'
import { logRelease } from '@/lib/signatures/admin/log-release'
import { retract } from '@/lib/signatures/admin/retract'
import { subjectOf } from '@/lib/signatures/admin/subject'
import { audit } from '@/lib/staff/audit/audit'
import type { Prisma } from '@/prisma/generated/client'
import type { SignatureState } from '@/prisma/generated/enums'
import { type BulkVerb, changeOf } from './ask-bulk'

/** Signatures in one transaction. */
const STEP = 500

interface Running {
  id: string
  petitionId: string
  verb: string
  reason: string
  approvedBy: string | null
}

/** Does the next part of an act. What has changed since it was counted is left alone, and told. */
export async function runStep(act: Running, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    // Holds off whoever cancels, and other workers, until the step is done.
    const [open] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM bulk_action WHERE id = ${act.id}::uuid AND stage = 'running' FOR UPDATE`
    if (!open) return
    const items = await tx.bulkItem.findMany({
      where: { actId: act.id, doneAt: null },
      orderBy: { emailIndex: 'asc' },
      take: STEP,
    })
    const indexes = items.map(({ emailIndex }) => emailIndex)
    const seen = items.map((item): SignatureState => item.seen)
    const change = changeOf[act.verb as BulkVerb]
    const changed = items.length > 0 ? await changeRows(tx, change, act.petitionId, indexes, seen) : []
    await tellPublic(tx, act, changed, now)
    await tx.$executeRaw`
      UPDATE bulk_item SET done_at = ${now}, changed = email_index = ANY(${changed.map((row) => row.emailIndex)}::bytea[])
      WHERE act_id = ${act.id}::uuid AND email_index = ANY(${indexes}::bytea[])`
    const ended = items.length < STEP
    const after = await tx.bulkAction.update({
      where: { id: act.id },
      data: {
        changed: { increment: changed.length },
        skipped: { increment: items.length - changed.length },
        ...(ended ? { stage: 'done', endedAt: now } : {}),
      },
    })
    const subject = `bulk:${act.id}`
    const detail = { step: changed.length, first: changed[0] ? subjectOf(changed[0].commitment) : null }
    if (changed.length > 0) await audit(tx, { by: null, verb: 'bulk.step', subject, detail }, now)
    const sums = { changed: after.changed, skipped: after.skipped }
    if (ended) await audit(tx, { by: null, verb: 'bulk.done', subject, detail: sums }, now)
  })
}

/** What leaves or enters the count stands in the public correction log. */
async function tellPublic(tx: Prisma.TransactionClient, act: Running, changed: Changed[], now: Date): Promise<void> {
  const { id, petitionId, verb, reason } = act
  const approvals = act.approvedBy ? 2 : 1
  if (verb === 'remove') await retract(tx, petitionId, changed, { reason, decision: id, approvals }, now)
  if (verb === 'release') await logRelease(tx, petitionId, changed, { reason: 'reviewed', approvals }, now)
  if (verb === 'restore') await logRelease(tx, petitionId, changed, { reason: 'restored', approvals }, now)
}
