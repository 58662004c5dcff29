import { db } from '@/lib/db'
import { record } from '../audit/record'
import { authoriseRole } from '../authorise'
import { verbFrom } from '../roles'
import type { Staff } from '../staff'

/** A second person refuses, or the first takes it back. Nothing is done. */
export function refuseApproval(
  by: Staff,
  id: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'changed' }> {
  return db().$transaction(async (tx) => {
    const [refused] = await tx.approval.updateManyAndReturn({
      where: { id, approvedAt: null, refusedAt: null },
      data: { decidedBy: by.id, refusedAt: now },
    })
    if (!refused) return { ok: false, reason: 'changed' }
    authoriseRole(by, verbFrom(refused.verb) ?? 'approval.decide')
    const verb = refused.askedBy === by.id ? 'approval.take_back' : 'approval.refuse'
    await record(tx, { by, verb, subject: refused.subject, detail: { approval: id, for: refused.verb } }, now)
    return { ok: true }
  })
}
