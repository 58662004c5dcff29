'use server'

import { askExport } from '@/lib/signatures/export/ask-export'
import { findMarked } from '@/lib/signatures/export/list-exports'
import { readOrder } from '@/lib/signatures/export/order'
import { may } from '@/lib/staff/roles'
import { deskAction, field } from '@/lib/web/desk/desk-action'

/** Asks for a file; with names or addresses in it, a second person has to agree. */
export const ask = deskAction('export.ask', async (staff, form) => {
  const fields = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const columns = form.getAll('column').filter((column) => typeof column === 'string')
  const read = readOrder(fields, columns)
  if (!read.ok) return back(fields, columns, read.reason)
  if (read.order.recipient && !may(staff.role, 'export.personal')) return back(fields, columns, 'role')
  const { id, approval } = await askExport(staff, read.order, new Date())
  return approval ? `/admin/approvals/${approval}` : `/admin/exports/${id}`
})

/** Which file does a row come from that turned up somewhere? */
export const trace = deskAction('export.read', async (staff, form) => {
  const found = await findMarked(staff, field(form, 'reference'), field(form, 'mark'), new Date())
  return found ? `/admin/exports/${found.id}?done=traced` : '/admin/exports?problem=not_ours'
})

/** What was typed comes back. */
function back(fields: Record<string, string>, columns: string[], problem: string): string {
  const kept = Object.entries(fields).filter(([name]) => !/^(column|\$)/.test(name))
  const query = new URLSearchParams([...kept, ...columns.map((column) => ['columns', column]), ['problem', problem]])
  return `/admin/exports/new?${query}`
}
