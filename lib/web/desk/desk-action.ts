import { redirect } from 'next/navigation'
import { staffOf } from '@/lib/staff/find-desk-session'
import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { trimInvisible } from '@/lib/text/clean-text'
import { findSession } from './find-session'

/**
 * A server action of the desk. Who asks comes from the session alone, never from the form.
 * @param act gives the path of the page to show next
 */
export function deskAction(verb: Verb, act: (staff: Staff, form: FormData) => Promise<string>) {
  async function action(form: FormData): Promise<void> {
    const session = await findSession()
    const staff = session && staffOf(session)
    if (!staff) redirect('/admin/sign-in')
    if (!may(staff.role, verb)) redirect('/admin?problem=role')
    redirect(await act(staff, form))
  }
  return Object.assign(action, { verb })
}

/** A field's text, trimmed; empty where it is missing or a file. */
export function field(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? trimInvisible(value) : ''
}
