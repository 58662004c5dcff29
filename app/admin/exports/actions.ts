'use server'

import { findMarkedNames } from '@/lib/delivery/names/find-marked'
import { findMarked } from '@/lib/exports/list-exports'
import { readOrder } from '@/lib/exports/order'
import { requestExport } from '@/lib/exports/request-export'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { formFields } from '@/lib/web/admin/form-fields'

/** Asks for a file; with names or addresses in it, a second person has to agree. */
export const ask = adminAction(['export.ask', 'Export signatures'], async (staff, form) => {
  const fields = formFields(form)
  const columns = form.getAll('column').filter((column) => typeof column === 'string')
  const { column: _, ...parts } = fields
  const read = readOrder(parts, columns)
  if (!read.ok) return back(staff, fields, read.reason)
  if (read.order.recipient && !may(staff.role, 'export.personal')) return back(staff, fields, 'role')
  const asked = await requestExport(staff, read.order, new Date())
  if (!asked.ok) return back(staff, fields, asked.reason)
  return asked.approval ? `/admin/approvals/${asked.approval}` : `/admin/exports/${asked.id}`
})

/** Which file does a row come from that turned up somewhere? */
export const trace = adminAction('export.read', async (staff, form) => {
  const row = [field(form, 'reference'), field(form, 'mark')] as const
  const found = await findMarked(staff, ...row, new Date())
  if (found) return `/admin/exports/${found.id}?done=traced`
  const handedOver = await findMarkedNames(staff, ...row)
  // Its approval says to whom and of which petition, and whoever may trace may read it.
  return handedOver
    ? `/admin/approvals/${handedOver.deliveryId}?done=traced_to_delivery`
    : '/admin/exports?problem=not_ours'
})

/** What was typed comes back. */
async function back(staff: Staff, fields: Record<string, string>, problem: string): Promise<string> {
  const draft = await keepDraft(staff, 'export', { fields, errors: {} }, new Date())
  return `/admin/exports/new?problem=${problem}&draft=${draft}`
}
