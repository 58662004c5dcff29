'use server'

import { redirect } from 'next/navigation'
import { askForLink } from '@/lib/staff/ask-for-link'
import { field } from '@/lib/web/desk/desk-action'

/** Open to all. The answer is the same for every address. */
export async function sendLink(form: FormData): Promise<void> {
  await askForLink(field(form, 'email'), new Date())
  redirect('/admin/sign-in?sent=1')
}
