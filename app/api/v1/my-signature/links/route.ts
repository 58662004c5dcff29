import { canonicalEmail } from '@/lib/integrity/canonical-email'
import { requestLink } from '@/lib/signatures/own/request-link'
import { json, seeOther, wantsJson } from '@/lib/web/answer'
import { logUnexpected } from '@/lib/web/log-unexpected'
import { notNow } from '@/lib/web/not-now'
import { readOwnForm } from '@/lib/web/read-own-form'

/** Asks for a private link by mail. The answer is the same for every address, signed or not. */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const { fields, locale } = form
  const email = canonicalEmail(fields.email ?? '')
  if (!email) {
    if (wantsJson(request)) return json({ error: 'email_invalid' }, 422)
    return seeOther(`/${locale}/signature/wrong-address`)
  }
  const failed = await requestLink(email, locale, new Date()).catch((error: unknown) =>
    logUnexpected('a private link was not asked for', error),
  )
  if (failed) return notNow(request, locale, fields)
  return wantsJson(request) ? json({ status: 'check_your_email' }, 202) : seeOther(`/${locale}/signature/link-sent`)
}
