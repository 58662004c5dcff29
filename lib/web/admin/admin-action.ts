import { redirect } from 'next/navigation'
import { storable } from '@/lib/input/storable'
import { StepUpRequired } from '@/lib/staff/authorise'
import { staffOf } from '@/lib/staff/find-staff-session'
import { may, needsStepUp, type StepUpVerb, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { trimInvisible } from '@/lib/text/clean-text'
import { askAgain } from './ask-again'
import { findSession } from './find-session'
import { Unreadable } from './unreadable'

/**
 * What an action does. One whose verb asks for the second factor again has a name too, in words: by it the page that asks
 * says what is confirmed, and finds what is then carried out (app/admin/step-up/resumable.ts lists the modules).
 */
type What = Exclude<Verb, StepUpVerb> | [verb: StepUpVerb, name: string]

/**
 * A server action of the desk. Who asks comes from the session alone, never from the form. Where the second factor was
 * shown too long ago for the verb, the form is kept, the factor asked for, and the same form then carried out.
 * @param does gives the path of the page to show next
 */
export function adminAction(what: What, does: (staff: Staff, form: FormData) => Promise<string>) {
  const [verb, actionName] = typeof what === 'string' ? [what, ''] : what
  const act = async (staff: Staff, form: FormData) => {
    try {
      return await does(staff, form)
    } catch (error) {
      return unreadable(error)
    }
  }

  async function action(given: FormData): Promise<void> {
    // Whoever calls it with anything else sent no field.
    const form = given instanceof FormData ? given : new FormData()
    const now = new Date()
    const session = await findSession()
    const staff = session && staffOf(session, now)
    if (!staff) redirect('/admin/sign-in')
    if (staff.frozen) redirect('/admin')
    if (!may(staff.role, verb)) redirect('/admin?problem=role')
    const request = { verb, action: actionName, fields: textsOf(form), back: '/admin' }
    if (staff.session.stale && needsStepUp(verb)) redirect(await askAgain(staff, request, now))
    const next = await act(staff, form).catch((error: unknown) => {
      if (error instanceof StepUpRequired) return askAgain(staff, request, now)
      throw error
    })
    redirect(next)
  }
  return Object.assign(action, { verb, act, actionName })
}

/** What was sent cannot be read: nothing was done, and the desk says so. */
function unreadable(error: unknown): string {
  if (error instanceof Unreadable) return '/admin?problem=unreadable'
  throw error
}

/** A field's text, trimmed, without what no text can hold; empty where it is missing or a file. */
export function field(form: FormData, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null
  return typeof value === 'string' ? trimInvisible(storable(value)) : ''
}

/** The form without files and without the framework's own fields. */
function textsOf(form: FormData): [name: string, value: string][] {
  return [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !name.startsWith('$ACTION') ? [[name, value]] : [],
  )
}
