import { redirect } from 'next/navigation'
import { storable } from '@/lib/input/storable'
import { staffOf } from '@/lib/staff/find-desk-session'
import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { trimInvisible } from '@/lib/text/clean-text'
import { findSession } from './find-session'
import { Unreadable } from './unreadable'

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
    redirect(await act(staff, form).catch(unreadable))
  }
  return Object.assign(action, { verb })
}

/** What was sent cannot be read: nothing was done, and the desk says so. */
function unreadable(error: unknown): string {
  if (error instanceof Unreadable) return '/admin?problem=unreadable'
  throw error
}

/** A field's text, trimmed, without what no text can hold; empty where it is missing or a file. */
export function field(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? trimInvisible(storable(value)) : ''
}
