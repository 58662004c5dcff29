import { canonicalEmail } from '@/lib/integrity/canonical-email'
import { askAgain } from '@/lib/signatures/ask-again'
import { json, seeOther, wantsJson } from '@/lib/web/answer'
import { leadToForm } from '@/lib/web/lead-to-form'
import { logUnexpected } from '@/lib/web/log-unexpected'
import { notNow } from '@/lib/web/not-now'
import { readOwnForm } from '@/lib/web/read-own-form'
import { senderOf } from '@/lib/web/sender-of'
import { tooMany } from '@/lib/web/too-many'

interface Context {
  params: Promise<{ slug: string }>
}

/** Asks for the mail of a form again. The answer is the same for every address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const form = await readOwnForm(request)
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
  if (typeof result === 'string') return notNow(request, locale, fields)
  if (result.ok) {
    if (wantsJson(request)) return json({ status: 'check_your_email', later: result.later }, 202)
    return seeOther(`/${locale}/petitions/${slug}/${result.later ? 'mail-comes-later' : 'check-your-email'}`)
  }
  if (result.reason === 'rate_limited') return tooMany(request, locale, fields, result, 'busy.again')
  return wantsJson(request)
    ? json({ error: result.reason }, 404)
    : seeOther(`/${locale}/petitions/${encodeURIComponent(slug)}`)
}

export const GET = leadToForm('/petitions/[slug]/check-your-email')
