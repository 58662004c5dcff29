'use server'

import { deleteView } from '@/lib/signatures/views/delete-view'
import { renameView } from '@/lib/signatures/views/rename-view'
import { saveView } from '@/lib/signatures/views/save-view'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { idIn } from '@/lib/web/admin/read-field'

/** Returns to the list, with the view's name or an error. */
export const save = adminAction('view.save', async (staff, form) => {
  const query = field(form, 'query')
  const result = await saveView(staff, field(form, 'name'), query, new Date())
  const list = new URLSearchParams(query)
  if (result.ok) list.set('done', 'view_saved')
  else list.set('problem', result.reason)
  return `/admin/signatures?${list}`
})

export const rename = adminAction('view.save', async (staff, form) => {
  const result = await renameView(staff, idIn(form), field(form, 'name'), new Date())
  return `/admin/signatures/views?${result.ok ? 'done=saved' : `problem=${result.reason}`}`
})

/** Returns to the list with the deleted view's filter, so that it can be saved again. */
export const remove = adminAction('view.save', async (staff, form) => {
  const query = await deleteView(staff, idIn(form), new Date())
  if (query === null) return '/admin/signatures/views?problem=view_gone'
  return `/admin/signatures?${new URLSearchParams([...new URLSearchParams(query), ['done', 'view_deleted']])}`
})
