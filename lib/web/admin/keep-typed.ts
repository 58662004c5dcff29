import { cookies, headers } from 'next/headers'
import { env } from '@/lib/env'
import { isId } from '@/lib/input/id'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import { keepForm } from '@/lib/staff/drafts/kept-form'
import { typedFields } from '@/lib/staff/drafts/typed-fields'
import { findExpiredSession } from '@/lib/staff/find-staff-session'
import type { Verb } from '@/lib/staff/roles'
import { tokenHash } from '@/lib/staff/session-adapter'
import type { Staff } from '@/lib/staff/staff'
import { sessionCookie } from './auth-options'
import { formFields } from './form-fields'
import { pageOf } from './kept-path'

/**
 * Verbs that read. Their forms are not stored, for example a search for an address, unless they have a name by which
 * they can be filled in again.
 */
const reads = /\.(read|see|list|search|open|review)$/

/**
 * Stores the typed text of a form that was not executed.
 * @returns its id; null if nothing was typed, or it cannot be stored
 */
export async function keepTyped(
  author: { userId: string; sessionId: string },
  verb: Verb,
  form: FormData,
  now: Date,
): Promise<string | null> {
  const fields = formFields(form)
  const name = form.get('draftOf')
  if ((reads.test(verb) && !name) || typedFields(fields).length === 0) return null
  const sent = { path: await formPath(), form: typeof name === 'string' ? name : '', fields }
  const kept = form.get('kept')
  return keepForm(author, sent, now, isId(kept) ? kept : undefined)
}

/**
 * Stores a form while a page asks for confirmation: for its author, beyond the session, under its existing id or a new
 * one. For this session only if nothing was typed, or the session has too many stored forms.
 * @param name by which its page, at `path`, finds it again (`findDraft`)
 * @returns its id, for the address of the asking page; it is stored until the act is done (`confirmed`)
 */
export async function keepForReview(
  staff: Staff,
  { name, path }: { name: string; path: string },
  form: FormData,
  now: Date,
): Promise<string> {
  const author = { userId: staff.id, sessionId: staff.session.id }
  const [fields, kept] = [formFields(form), form.get('kept')]
  const typed = typedFields(fields).length > 0
  const id = typed && (await keepForm(author, { path, form: name, fields }, now, isId(kept) ? kept : undefined))
  return id || keepDraft(staff, name, { fields, errors: {} }, now)
}

/**
 * Stores a form of somebody who may not submit it, because they are frozen or lack the role.
 * @returns the path of the page that says so
 */
export async function refuseForm(staff: Staff, verb: Verb, form: FormData, now: Date): Promise<string> {
  const kept = await keepTyped({ userId: staff.id, sessionId: staff.session.id }, verb, form, now)
  if (staff.frozen) return '/admin'
  return `/admin?problem=role${kept ? `&kept=${kept}` : ''}`
}

/**
 * Stores a form without a session for the person whose session has expired.
 * @returns the path of the sign-in page, which says whether it is stored
 */
export async function signInAgain(verb: Verb, form: FormData, now: Date): Promise<string> {
  const expired = await expiredSession(now)
  const kept = expired && (await keepTyped(expired, verb, form, now))
  return kept ? '/admin/sign-in?problem=kept' : '/admin/sign-in'
}

/** The owner of this browser's session, if it has expired. */
export async function expiredSession(now: Date): Promise<{ userId: string; sessionId: string } | null> {
  const token = (await cookies()).get(sessionCookie())?.value
  return token ? findExpiredSession(tokenHash(token), now) : null
}

/** The admin page that the request comes from, by its Referer. */
export async function formPath(): Promise<string> {
  const referer = (await headers()).get('referer')
  const url = referer && URL.canParse(referer) ? new URL(referer) : null
  if (url?.origin !== new URL(env().ADMIN_URL).origin || !/^\/admin(\/|$)/.test(url.pathname)) return '/admin'
  return pageOf(url)
}
