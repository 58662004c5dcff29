'use server'

import { confirmPath } from '@/components/admin/confirm/confirmables'
import { findMarkedNames } from '@/lib/delivery/names/find-marked'
import { findMarked } from '@/lib/exports/list-exports'
import { previewExport } from '@/lib/exports/preview-export'
import { requestExport } from '@/lib/exports/request-export'
import { EXPORT_FORM, orderIn, reviewedOrder } from '@/lib/exports/reviewed-order'
import { may } from '@/lib/staff/roles'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { formFields } from '@/lib/web/admin/form-fields'
import { keepForReview } from '@/lib/web/admin/keep-typed'
import { confirmed } from '../confirm/confirmed'

/** Parses the form, and continues on the page with the file's number of signatures. Requests nothing. */
export const preview = adminAction('export.read', async (staff, form) => {
  const fields = formFields(form)
  const now = new Date()
  const read = orderIn(fields, now)
  const kept = await keepForReview(staff, { name: EXPORT_FORM, path: '/admin/exports/new' }, form, now)
  // The form comes back with what was typed.
  const back = (problem: string) => `/admin/exports/new?problem=${problem}&draft=${kept}`
  if (!read.ok) return back(read.reason)
  if (!may(staff.role, read.order.recipient ? 'export.personal' : 'export.ask')) return back('role')
  const counted = await previewExport(staff, read.order, now)
  if (!counted.ok) return back(counted.reason)
  return counted.rows === 0 ? back('nothing_to_export') : confirmPath('request-export', kept)
})

/** Requests the file whose number was shown; personal columns require approval. */
export const ask = adminAction(
  ['export.ask', 'Export signatures'],
  confirmed('request-export', async (staff, form) => {
    const now = new Date()
    const draft = field(form, 'draftId')
    const order = await reviewedOrder(staff, draft, now)
    if (!order) return '/admin/exports/new?problem=changed'
    const asked = await requestExport(staff, order, now, draft)
    if (!asked.ok && asked.reason === 'requested_already') return `/admin/exports?problem=${asked.reason}`
    if (!asked.ok) return `/admin/exports/new?problem=${asked.reason}&draft=${draft}`
    return asked.approval ? `/admin/approvals/${asked.approval}` : `/admin/exports/${asked.id}`
  }),
)

/** Finds the file that a leaked row comes from. */
export const trace = adminAction('export.read', async (staff, form) => {
  const row = [field(form, 'reference'), field(form, 'mark')] as const
  const found = await findMarked(staff, ...row, new Date())
  if (found) return `/admin/exports/${found.id}?done=traced`
  const handedOver = await findMarkedNames(staff, ...row)
  // Its approval names addressees and petition, and all who may trace may read it.
  return handedOver
    ? `/admin/approvals/${handedOver.deliveryId}?done=traced_to_delivery`
    : '/admin/exports/trace?problem=not_ours'
})
