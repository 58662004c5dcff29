'use server'

import { redirect } from 'next/navigation'
import { requestSignInLink } from '@/lib/staff/request-sign-in-link'
import { field } from '@/lib/web/admin/admin-action'

/** Open to all. The answer is the same for every address. */
export async function sendLink(form: FormData): Promise<void> {
  await requestSignInLink(field(form, 'email'), new Date())
  redirect('/admin/sign-in?sent=1')
}
