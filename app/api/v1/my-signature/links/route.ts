import { canonicalEmail } from '@/lib/integrity/canonical-email'
import { requestLink } from '@/lib/signatures/own/request-link'
import { json, seeOther, wantsJson } from '@/lib/web/answer'
import { leadToForm } from '@/lib/web/lead-to-form'
import { logUnexpected } from '@/lib/web/log-unexpected'
import { notNow } from '@/lib/web/not-now'
import { readOwnForm } from '@/lib/web/read-own-form'
import { senderOf } from '@/lib/web/sender-of'
import { tooMany } from '@/lib/web/too-many'

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
  const now = new Date()
  const asker = { ...senderOf(request, fields, now), again: fields.again === 'on' }
  const result = await requestLink(email, locale, now, asker).catch((error: unknown) =>
    logUnexpected('a private link was not asked for', error),
  )
  if (typeof result === 'string') return notNow(request, locale, fields)
  if (!result.ok) return tooMany(request, locale, fields, result, asker.again ? 'busy.again' : 'busy')
  if (wantsJson(request)) return json({ status: 'check_your_email', later: result.later }, 202)
  return seeOther(`/${locale}/signature/${result.later ? 'link-comes-later' : 'link-sent'}`)
}

export const GET = leadToForm('/signature')
