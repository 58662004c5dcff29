'use server'

import { readDeliveryOrder } from '@/lib/delivery/order'
import { requestDelivery } from '@/lib/delivery/request-delivery'
import { adminAction } from '@/lib/web/admin/admin-action'
import { formFields } from '@/lib/web/admin/form-fields'
import { idIn } from '@/lib/web/admin/read-field'

/** Requests a delivery; a second person approves it. */
export const handOver = adminAction('petition.hand_over', async (staff, form) => {
  const id = idIn(form)
  const read = readDeliveryOrder(formFields(form))
  const asked = read.ok ? await requestDelivery(staff, id, read.order, new Date()) : read
  return asked.ok ? `/admin/approvals/${asked.approval}` : `/admin/petitions/${id}/hand-over?problem=${asked.reason}`
})
