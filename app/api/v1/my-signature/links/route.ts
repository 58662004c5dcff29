import { canonicalEmail } from '@/lib/input/canonical-email'
import { requestAccessLink } from '@/lib/self-service/request-access-link'
import { json, seeOther, wantsJson } from '@/lib/web/answer'
import { logUnexpected } from '@/lib/web/log-unexpected'
import { readSelfServiceForm } from '@/lib/web/read-self-service-form'
import { redirectToForm } from '@/lib/web/redirect-to-form'
import { senderOf } from '@/lib/web/sender-of'
import { serviceUnavailable } from '@/lib/web/service-unavailable'
import { tooManyRequests } from '@/lib/web/too-many-requests'

/** Asks for a private link by mail. The answer is the same for every address, signed or not. */
export async function POST(request: Request): Promise<Response> {
  const form = await readSelfServiceForm(request)
  if (form instanceof Response) return form
  const { fields, locale } = form
  const email = canonicalEmail(fields.email ?? '')
  if (!email) {
    if (wantsJson(request)) return json({ error: 'email_invalid' }, 422)
    return seeOther(`/${locale}/signature/wrong-address`)
  }
  const now = new Date()
  const asker = { ...senderOf(request, fields, now), again: fields.again === 'on' }
  const result = await requestAccessLink(email, locale, now, asker).catch((error: unknown) =>
    logUnexpected('a private link was not asked for', error),
  )
  if (typeof result === 'string') return serviceUnavailable(request, locale, fields)
  if (!result.ok) return tooManyRequests(request, locale, fields, result, asker.again ? 'busy.again' : 'busy')
  if (wantsJson(request)) return json({ status: 'check_your_email', later: result.later }, 202)
  return seeOther(`/${locale}/signature/${result.later ? 'link-comes-later' : 'link-sent'}`)
}

export const GET = redirectToForm('/signature')
