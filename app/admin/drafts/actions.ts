'use server'

import { discardKeptForm, findKeptForm } from '@/lib/staff/drafts/kept-form'
import { adminAction } from '@/lib/web/admin/admin-action'
import { idIn } from '@/lib/web/admin/read-field'

/** Deletes the form that the page shows in full. */
export const discardKept = adminAction('account.manage', async (staff, form) => {
  const id = idIn(form)
  const found = await findKeptForm(staff, id)
  await discardKeptForm(staff, id)
  const path = found?.path ?? '/admin'
  return `${path}${path.includes('?') ? '&' : '?'}done=discarded`
})
