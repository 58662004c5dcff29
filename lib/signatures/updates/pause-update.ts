import { db } from '@/lib/db'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'

export type PauseResult = { ok: true } | { ok: false; reason: 'changed' }

/** Stops an update in the middle: what is queued by then still goes out, nothing more is queued. */
export function stopUpdate(by: Staff, id: string, now: Date): Promise<PauseResult> {
  return move(by, id, { from: 'sending', to: 'stopped', verb: 'update.stop', allowed: 'update.stop' }, now)
}

/** Goes on where it was stopped. */
export function continueUpdate(by: Staff, id: string, now: Date): Promise<PauseResult> {
  return move(by, id, { from: 'stopped', to: 'sending', verb: 'update.continue', allowed: 'update.send' }, now)
}

function move(
  by: Staff,
  id: string,
  { from, to, verb, allowed }: { from: string; to: string; verb: string; allowed: Verb },
  now: Date,
): Promise<PauseResult> {
  authorise(by, allowed)
  return db().$transaction(async (tx) => {
    const [moved] = await tx.signerUpdate.updateManyAndReturn({ where: { id, stage: from }, data: { stage: to } })
    if (!moved) return { ok: false, reason: 'changed' }
    await record(tx, { by, verb, subject: `update:${id}`, detail: { queued: moved.queued } }, now)
    return { ok: true }
  })
}
