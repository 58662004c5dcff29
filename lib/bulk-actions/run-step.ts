import { db } from '@/lib/db'
import { subjectOf } from '@/lib/signatures/admin/subject'
import { changeRows, type TransitionVerb } from '@/lib/signatures/admin/transitions'
import { audit } from '@/lib/staff/audit/audit'
import { lockRow } from '@/lib/transaction'

/** Signatures per transaction. */
const BATCH_SIZE = 500

interface Running {
  id: string
  petitionId: string
  verb: string
  reason: string
  approvedBy: string | null
}

/** Changes the next batch. Signatures that changed since they were counted are skipped, and the skipped are counted. */
export async function runStep(act: Running, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    // The lock makes cancelling and other workers wait for the step.
    await lockRow(tx, 'bulk_action', act.id)
    if ((await tx.bulkAction.count({ where: { id: act.id, stage: 'running' } })) === 0) return
    const items = await tx.bulkItem.findMany({
      where: { bulkActionId: act.id, doneAt: null },
      orderBy: { emailIndex: 'asc' },
      take: BATCH_SIZE,
    })
    const indexes = items.map(({ emailIndex }) => emailIndex)
    const rows = items.map(({ emailIndex, expected }) => ({ emailIndex, state: expected }))
    const decision = { id: act.id, reason: act.reason, approvals: act.approvedBy ? 2 : 1 }
    const changed = await changeRows(tx, act.verb as TransitionVerb, act.petitionId, rows, decision, now)
    await tx.$executeRaw`
      UPDATE bulk_item SET done_at = ${now}, changed = email_index = ANY(${changed.map((row) => row.emailIndex)}::bytea[])
      WHERE bulk_action_id = ${act.id}::uuid AND email_index = ANY(${indexes}::bytea[])`
    const ended = items.length < BATCH_SIZE
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
