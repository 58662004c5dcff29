import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { BulkVerb } from './ask-bulk'

const opposite: Record<BulkVerb, BulkVerb> = { hold: 'release', release: 'hold', remove: 'restore', restore: 'remove' }
const after: Record<string, 'held' | 'removed' | null> = {
  hold: 'held',
  remove: 'removed',
  release: null,
  restore: null,
}

/**
 * Prepares the way back of an act: exactly the signatures that it changed and that nobody has changed since.
 * @returns null where it is not done, or of a kind that has no way back (restoring and releasing are ways back)
 */
export async function requestUndo(by: Staff, actId: string, now: Date): Promise<string | null> {
  authorise(by, 'bulk.ask')
  const act = await db().bulkAction.findUnique({ where: { id: actId } })
  const state = after[act?.verb ?? '']
  if (!act || !state || !['done', 'cancelled'].includes(act.stage)) return null
  const id = randomUUID()
  await db().$transaction(async (tx) => {
    const { petitionId, rule } = act
    const verb = opposite[act.verb as BulkVerb]
    const head = { id, petitionId, verb, reason: '', rule, stage: 'ready', undoes: actId }
    await tx.bulkAction.create({ data: { ...head, askedBy: by.id, askedAt: now } })
    const total = await tx.$executeRaw`
      INSERT INTO bulk_item (act_id, email_index, seen)
      SELECT ${id}::uuid, i.email_index, s.state FROM bulk_item i
      JOIN signature s ON s.petition_id = ${petitionId}::uuid AND s.email_index = i.email_index
      WHERE i.act_id = ${actId}::uuid AND i.changed AND s.state = ${state}::signature_state`
    await tx.bulkAction.update({ where: { id }, data: { total } })
    await audit(tx, { by, verb: 'bulk.ask', subject: `bulk:${id}`, detail: { verb, undoes: actId, total } }, now)
  })
  return id
}
