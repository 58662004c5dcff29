import { isEnrolled, staffOf } from '@/lib/staff/find-staff-session'
import { may, needsStepUp, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { asksForPage, seeOther } from '../answer'
import { findSession } from './find-session'
import { isForeign } from './is-foreign'
import { expiredSession, refuseForm, signInAgain } from './keep-typed'
import { requestStepUp } from './request-step-up'

interface Context {
  params: Promise<Record<string, string>>
}

/**
 * A route of the admin area, for files, which no page or action can serve. The session alone says who is asking, and is
 * checked before the body is read.
 */
export function adminRoute(
  verb: Verb,
  answer: (staff: Staff, request: Request, params: Record<string, string>) => Promise<Response>,
) {
  async function route(request: Request, context?: Context): Promise<Response> {
    const session = await findSession()
    const now = new Date()
    if (!session) return seeOther(await tooLate(verb, request, now))
    const staff = staffOf(session, now)
    if (!staff) return seeOther(isEnrolled(session) ? '/admin/second-factor' : '/admin/second-factor/set-up')
    if (isForeign(request)) return new Response('Only from the admin area itself.', { status: 403, headers: plain })
    if (staff.frozen || !may(staff.role, verb)) return refuse(staff, verb, request, now)
    // The page above this route, from which the request is repeated: a file download cannot ask for a second factor.
    const back = /^(\/admin\/.+)\/[^/]+$/.exec(new URL(request.url).pathname)?.[1] ?? '/admin'
    if (staff.session.stale && needsStepUp(verb))
      return seeOther(await requestStepUp(staff, { verb, action: '', fields: [], back }, now))
    return answer(staff, request, (await context?.params) ?? {})
  }
  return Object.assign(route, { verb })
}

/** A form leads to the page that says why it was refused; what was typed into it is kept. */
async function refuse(staff: Staff, verb: Verb, request: Request, now: Date): Promise<Response> {
  if (request.method === 'POST' && asksForPage(request)) {
    const form = await request.formData().catch(() => new FormData())
    return seeOther(await refuseForm(staff, verb, form, now))
  }
  const why = staff.frozen ? 'Your access is frozen.' : 'You don’t have permission.'
  return new Response(why, { status: 403, headers: plain })
}

/** What was typed beside a file is kept for the person whose session has expired. For nobody else is the body read. */
async function tooLate(verb: Verb, request: Request, now: Date): Promise<string> {
  if (request.method !== 'POST' || !(await expiredSession(now))) return '/admin/sign-in'
  return signInAgain(verb, await request.formData().catch(() => new FormData()), now)
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
