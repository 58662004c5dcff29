import { db } from '@/lib/db'
import { audit } from '../audit/audit'
import { authoriseRole } from '../authorise'
import { approvableFrom } from '../roles'
import type { Staff } from '../staff'
import { NotDone, type TwoPersonActs } from './act'
import { isBound } from './bound'
import { lockPeople } from './people'
import { concerned, isActive } from './second-person'

export type RefuseResult = { ok: true } | { ok: false; reason: 'unknown' | 'changed' | 'own' | 'bound' | 'not_you' }

/**
 * A second person refuses, or the first takes it back. Nothing is done. Whom it is about does not refuse it, nor does
 * whoever brought them in or was brought in by them.
 */
export async function refuseWith(acts: TwoPersonActs, by: Staff, id: string, now: Date): Promise<RefuseResult> {
  const asked = await db().approval.findUnique({ where: { id } })
  const verb = asked && approvableFrom(asked.verb)
  if (!asked || !verb) return { ok: false, reason: 'unknown' }
  authoriseRole(by, verb)
  const refusing = db().$transaction(async (tx): Promise<RefuseResult> => {
    const people = await lockPeople(tx, [by.id], 'keep', now)
    if (!isActive(people, by.id, verb)) return { ok: false, reason: 'not_you' }
    const own = asked.askedBy === by.id
    for (const about of own ? [] : concerned(asked.subject)) {
      if (about === by.id) return { ok: false, reason: 'own' }
      if (await isBound(tx, about, by.id, now)) return { ok: false, reason: 'bound' }
    }
    await acts[verb].refused?.(tx, asked.subject.slice(asked.subject.indexOf(':') + 1), now)
    const { count } = await tx.approval.updateMany({
      where: { id, approvedAt: null, refusedAt: null },
      data: { decidedBy: by.id, refusedAt: now },
    })
    if (count === 0) throw new NotDone('changed')
    const how = own ? 'approval.take_back' : 'approval.refuse'
    await audit(tx, { by, verb: how, subject: asked.subject, detail: { approval: id, for: verb } }, now)
    return { ok: true }
  })
  return refusing.catch((error: unknown): RefuseResult => {
    if (error instanceof NotDone) return { ok: false, reason: 'changed' }
    throw error
  })
}
