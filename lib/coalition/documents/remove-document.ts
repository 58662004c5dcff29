import { isId } from '@/lib/input/id'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'

export type RemoveResult = { ok: true } | { ok: false; reason: 'changed' }

/** Deletes a document with its file; activities and letters no longer name it. The audit log keeps its hash. */
export function removeDocument(by: Staff, id: string, why: string, now: Date): Promise<RemoveResult> {
  return staffWrite<RemoveResult>(by, 'coalition.write', now, async ({ tx, log }) => {
    if (!isId(id) || !(await lockRow(tx, 'document', id))) return { ok: false, reason: 'changed' }
    const { slug, sha256 } = await tx.document.delete({ where: { id } })
    log('document.remove', `document:${id}`, { slug, sha256, why })
    return { ok: true }
  })
}
