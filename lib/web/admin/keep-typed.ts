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

/** Verbs that read: a search for somebody's address is not kept. A form that can be filled in again has a name, and is. */
const reads = /\.(read|see|list|search|open|review)$/

/**
 * Keeps what was typed into a form that is not carried out.
 * @returns its id; null where nothing was typed, or it cannot be kept
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
 * Keeps a form on its way to the page that asks before it is carried out: for its person, beyond the session, under the id
 * that the browser has kept it under or a new one. Where nothing was typed, or the session has its share of kept forms, it
 * is kept for the session alone.
 * @param name under which its page, at `path`, finds it again (`findDraft`)
 * @returns its id, for the address of the page that asks: it is kept until that page's act is done (`confirmed`)
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
 * For a form of somebody who may not send it, because they are frozen or their role does not suffice: keeps it for them.
 * @returns the page that says so
 */
export async function refuseForm(staff: Staff, verb: Verb, form: FormData, now: Date): Promise<string> {
  const kept = await keepTyped({ userId: staff.id, sessionId: staff.session.id }, verb, form, now)
  if (staff.frozen) return '/admin'
  return `/admin?problem=role${kept ? `&kept=${kept}` : ''}`
}

/**
 * For a form without a session: keeps it for the person whose session has expired.
 * @returns the page that asks to sign in, and says whether it is kept
 */
export async function signInAgain(verb: Verb, form: FormData, now: Date): Promise<string> {
  const expired = await expiredSession(now)
  const kept = expired && (await keepTyped(expired, verb, form, now))
  return kept ? '/admin/sign-in?problem=kept' : '/admin/sign-in'
}

/** Whose session this browser's cookie was, if it has expired. */
export async function expiredSession(now: Date): Promise<{ userId: string; sessionId: string } | null> {
  const token = (await cookies()).get(sessionCookie())?.value
  return token ? findExpiredSession(tokenHash(token), now) : null
}

/** The page of the admin area that the request says it comes from. */
export async function formPath(): Promise<string> {
  const referer = (await headers()).get('referer')
  const url = referer && URL.canParse(referer) ? new URL(referer) : null
  if (url?.origin !== new URL(env().ADMIN_URL).origin || !/^\/admin(\/|$)/.test(url.pathname)) return '/admin'
  return pageOf(url)
}
