import { redirect } from 'next/navigation'
import { storable } from '@/lib/input/storable'
import { StepUpRequired } from '@/lib/staff/authorise'
import { discardKeptForm } from '@/lib/staff/drafts/kept-form'
import { staffOf } from '@/lib/staff/find-staff-session'
import { may, needsStepUp, type StepUpVerb, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { trimInvisible } from '@/lib/text/clean-text'
import { findSession } from './find-session'
import { formPath, keepTyped, refuseForm, signInAgain } from './keep-typed'
import { requestStepUp } from './request-step-up'
import { Unreadable } from './unreadable'

/**
 * The verb of an action. A verb that requires step-up has the form's name with it, which tells the step-up page what is
 * being confirmed and which form to resume (`app/admin/step-up/resumable.ts` lists the modules).
 */
type What = Exclude<Verb, StepUpVerb> | [verb: StepUpVerb, name: string]

/**
 * Makes a server action of the admin area. The person is known from the session only, never from the form. If the
 * second factor is older than the verb allows, the form is stored, the factor is requested, and then the form is
 * resumed.
 * @param does returns the path of the page to show next
 */
export function adminAction(what: What, does: (staff: Staff, form: FormData) => Promise<string>) {
  const [verb, actionName] = typeof what === 'string' ? [what, ''] : what
  const act = async (staff: Staff, form: FormData) => {
    try {
      return await remember(staff, form, await readable(() => does(staff, form)))
    } catch (error) {
      // After any other error the form is stored, so that nobody types it again.
      if (!(error instanceof StepUpRequired)) await keep(staff, form).catch(() => null)
      throw error
    }
  }
  const keep = (staff: Staff, form: FormData) =>
    keepTyped({ userId: staff.id, sessionId: staff.session.id }, verb, form, new Date())

  /**
   * Stores a form that was not executed, unless its page shows it again or the next page asks about it
   * (`keepForReview`). Deletes the stored copy of one that was.
   */
  async function remember(staff: Staff, form: FormData, next: string): Promise<string> {
    const before = field(form, 'kept')
    if (/[?&](draft|conflict|aside|kept)=/.test(next) || (before && next.includes(before))) return next
    if (/[?&]problem=/.test(next)) {
      const kept = await keep(staff, form)
      return kept ? withKept(next, kept) : next
    }
    await discardKeptForm(staff, before)
    return next
  }

  /** Stores the form before step-up, so that a person who turns back there, or whose session ends, finds it again. */
  async function confirmFirst(staff: Staff, form: FormData, now: Date): Promise<string> {
    const kept = await keep(staff, form)
    const fields = textsOf(form).filter(([name]) => name !== 'kept')
    if (kept) fields.push(['kept', kept])
    return requestStepUp(staff, { verb, action: actionName, fields, back: await formPath() }, now)
  }

  async function action(given: FormData): Promise<void> {
    // Anything but a form counts as an empty one.
    const form = given instanceof FormData ? given : new FormData()
    const now = new Date()
    const session = await findSession()
    const staff = session && staffOf(session, now)
    if (!staff) redirect(session ? '/admin/sign-in' : await signInAgain(verb, form, now))
    if (staff.frozen || !may(staff.role, verb)) redirect(await refuseForm(staff, verb, form, now))
    if (staff.session.stale && needsStepUp(verb)) redirect(await confirmFirst(staff, form, now))
    const next = await act(staff, form).catch((error: unknown) => {
      if (error instanceof StepUpRequired) return confirmFirst(staff, form, now)
      throw error
    })
    redirect(next)
  }
  return Object.assign(action, { verb, act, actionName })
}

/** Adds the id of the stored form to a page's address. */
export function withKept(next: string, kept: string): string {
  const [path = '', anchor] = next.split('#')
  return `${path}&kept=${kept}${anchor ? `#${anchor}` : ''}`
}

/** If the form is invalid, nothing is done, and the page says so. */
async function readable(act: () => Promise<string>): Promise<string> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Unreadable) return '/admin?problem=unreadable'
    throw error
  }
}

/** A field's text, trimmed and without characters that cannot be stored; empty if it is missing or a file. */
export function field(form: FormData, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null
  return typeof value === 'string' ? trimInvisible(storable(value)) : ''
}

/** The form's text fields, without those that Next.js adds. */
function textsOf(form: FormData): [name: string, value: string][] {
  return [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !name.startsWith('$ACTION') ? [[name, value]] : [],
  )
}
