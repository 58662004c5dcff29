import { canonicalEmail } from '@/lib/input/canonical-email'
import { askAgain } from '@/lib/signatures/ask-again'
import { json, seeOther, wantsJson } from '@/lib/web/answer'
import { logUnexpected } from '@/lib/web/log-unexpected'
import { readSelfServiceForm } from '@/lib/web/read-self-service-form'
import { redirectToForm } from '@/lib/web/redirect-to-form'
import { senderOf } from '@/lib/web/sender-of'
import { serviceUnavailable } from '@/lib/web/service-unavailable'
import { tooManyRequests } from '@/lib/web/too-many-requests'

interface Context {
  params: Promise<{ slug: string }>
}

/** Asks for the mail of a form again. The answer is the same for every address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const form = await readSelfServiceForm(request)
  if (form instanceof Response) return form
  const { fields, locale } = form
  const email = canonicalEmail(fields.email ?? '')
  if (!email) {
    if (wantsJson(request)) return json({ error: 'email_invalid' }, 422)
    return seeOther(`/${locale}/signature/wrong-address`)
  }
  const now = new Date()
  const result = await askAgain(slug, email, now, senderOf(request, fields, now)).catch((error: unknown) =>
    logUnexpected('a mail was not asked for again', error),
  )
  if (typeof result === 'string') return serviceUnavailable(request, locale, fields)
  if (result.ok) {
    if (wantsJson(request)) return json({ status: 'check_your_email', later: result.later }, 202)
    return seeOther(`/${locale}/petitions/${slug}/${result.later ? 'mail-comes-later' : 'check-your-email'}`)
  }
  if (result.reason === 'rate_limited') return tooManyRequests(request, locale, fields, result, 'busy.again')
  return wantsJson(request)
    ? json({ error: result.reason }, 404)
    : seeOther(`/${locale}/petitions/${encodeURIComponent(slug)}`)
}

export const GET = redirectToForm('/petitions/[slug]/check-your-email')
