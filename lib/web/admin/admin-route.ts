import { env } from '@/lib/env'
import { isEnrolled, staffOf } from '@/lib/staff/find-staff-session'
import { may, needsStepUp, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { seeOther } from '../answer'
import { askAgain } from './ask-again'
import { findSession } from './find-session'

interface Context {
  params: Promise<Record<string, string>>
}

/**
 * An endpoint of the desk, for what no page or action can do: files. Who asks comes from the session alone, and is
 * known before anything of the request's body is read.
 */
export function adminRoute(
  verb: Verb,
  answer: (staff: Staff, request: Request, params: Record<string, string>) => Promise<Response>,
) {
  async function route(request: Request, context?: Context): Promise<Response> {
    const session = await findSession()
    if (!session) return seeOther('/admin/sign-in')
    const now = new Date()
    const staff = staffOf(session, now)
    if (!staff) return seeOther(isEnrolled(session) ? '/admin/second-factor' : '/admin/second-factor/set-up')
    // Browsers say with every POST where it comes from. The cookie alone is kept from other sites, not from neighbours.
    const origin = request.headers.get('origin')
    const foreign = origin !== null && origin !== new URL(env().SITE_URL).origin
    if (foreign) return new Response('Only from the admin area itself.', { status: 403, headers: plain })
    if (staff.frozen) return new Response('Your access is frozen.', { status: 403, headers: plain })
    if (!may(staff.role, verb)) return new Response('You don’t have permission.', { status: 403, headers: plain })
    // The page above it, from which the request is made again: a file cannot be handed out by a page that asks for a code.
    const back = /^(\/admin\/.+)\/[^/]+$/.exec(new URL(request.url).pathname)?.[1] ?? '/admin'
    if (staff.session.stale && needsStepUp(verb))
      return seeOther(await askAgain(staff, { verb, action: '', fields: [], back }, now))
    return answer(staff, request, (await context?.params) ?? {})
  }
  return Object.assign(route, { verb })
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
