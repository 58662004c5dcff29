import { isId } from '@/lib/input/id'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { keepTyped } from '@/lib/web/admin/keep-typed'
import { json } from '@/lib/web/answer'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Stores a form while somebody types (`public/autosave.js`); executes nothing. */
export const POST = adminRoute('account.manage', async (staff, request) => {
  const form = await request.formData().catch(() => null)
  if (!form || !isId(form.get('kept'))) return json({ kept: false }, 400)
  const author = { userId: staff.id, sessionId: staff.session.id }
  const kept = await keepTyped(author, 'account.manage', form, new Date())
  return json({ kept: kept !== null }, kept ? 200 : 409)
})

export const GET = redirectToForm('/admin')
