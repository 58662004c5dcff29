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
 * Makes a route of the admin area for files, which neither pages nor actions can serve. The person is known from the
 * session only, which is checked before the body is read.
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
    // The request is repeated from the page above this route, because a download cannot ask for a second factor.
    const back = /^(\/admin\/.+)\/[^/]+$/.exec(new URL(request.url).pathname)?.[1] ?? '/admin'
    if (staff.session.stale && needsStepUp(verb))
      return seeOther(await requestStepUp(staff, { verb, action: '', fields: [], back }, now))
    return answer(staff, request, (await context?.params) ?? {})
  }
  return Object.assign(route, { verb })
}

/** Refuses a request. A form leads to the page with the reason, and its typed text is stored. */
async function refuse(staff: Staff, verb: Verb, request: Request, now: Date): Promise<Response> {
  if (request.method === 'POST' && asksForPage(request)) {
    const form = await request.formData().catch(() => new FormData())
    return seeOther(await refuseForm(staff, verb, form, now))
  }
  const why = staff.frozen ? 'Your access is frozen.' : 'You don’t have permission.'
  return new Response(why, { status: 403, headers: plain })
}

/** Stores the text typed beside a file for the person whose session has expired. The body is read for nobody else. */
async function tooLate(verb: Verb, request: Request, now: Date): Promise<string> {
  if (request.method !== 'POST' || !(await expiredSession(now))) return '/admin/sign-in'
  return signInAgain(verb, await request.formData().catch(() => new FormData()), now)
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
