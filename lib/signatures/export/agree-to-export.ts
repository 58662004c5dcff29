import { db } from '@/lib/db'
import { takeApproval } from '@/lib/staff/approvals/take-approval'
import type { Staff } from '@/lib/staff/staff'

/** A second person agrees to exactly that file; the one who asked can fetch it for a day. */
export function agreeToExport(
  by: Staff,
  approvalId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'own' | 'changed' }> {
  return db().$transaction(async (tx) => {
    const taken = await takeApproval(tx, by, approvalId, 'export.personal', now)
    if (!taken.ok) return taken
    const id = taken.approval.subject.replace(/^export:/, '')
    await tx.dataExport.update({ where: { id, agreedAt: null }, data: { agreedBy: by.id, agreedAt: now } })
    return { ok: true }
  })
}
