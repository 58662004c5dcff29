'use server'

import { discardKeptForm } from '@/lib/staff/drafts/kept-form'
import { adminAction } from '@/lib/web/admin/admin-action'
import { idIn } from '@/lib/web/admin/read-field'

/** Its author does not need it: the page above the button shows all of it. */
export const discardKept = adminAction('account.manage', async (staff, form) => {
  await discardKeptForm(staff, idIn(form))
  return '/admin?done=discarded'
})
