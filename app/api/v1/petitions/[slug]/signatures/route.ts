import { sealFormState } from '@/lib/integrity/form-state'
import { readForm } from '@/lib/signatures/read-form'
import { sign } from '@/lib/signatures/sign'
import { json, seeOther, unreadable, wantsJson } from '@/lib/web/answer'
import { logUnexpected } from '@/lib/web/log-unexpected'
import { readFields } from '@/lib/web/read-fields'
import { redirectToForm } from '@/lib/web/redirect-to-form'
import { senderOf } from '@/lib/web/sender-of'
import { serviceUnavailable } from '@/lib/web/service-unavailable'
import { tooManyRequests } from '@/lib/web/too-many-requests'
import { formErrorWords } from '@/messages/form-errors'
import { isLocale, sourceLocale } from '@/messages/translator'

interface Context {
  params: Promise<{ slug: string }>
}

/** Fields that are sent back to be mended; the others belong to the form itself. */
const typed = ['name', 'email', 'country', 'display', 'comment', 'updates', 'consent', 'via', 'text']

/** Receives a signature. HTML forms are answered with 303, programs that accept JSON with 202 or 422. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const asJson = wantsJson(request)
  const read = await readFields(request)
  if (!read.ok) return unreadable(request, read)

  const { fields } = read
  const asked = fields.locale ?? ''
  const locale = isLocale(asked) ? asked : sourceLocale
  const now = new Date()
  const form = readForm(fields)
  if (!form.ok) {
    if (asJson) return json({ errors: formErrorWords('form', form.errors, locale) }, 422)
    return sendBack(slug, locale, fields, form.errors, now)
  }

  const result = await sign(slug, form.form, locale, now, senderOf(request, fields, now)).catch((error: unknown) =>
    logUnexpected('a signature was not stored', error),
  )
  if (typeof result === 'string') return serviceUnavailable(request, locale, fields)
  if (result.ok) {
    if (asJson) return json({ status: 'check_your_email', later: result.later }, 202)
    return seeOther(`/${locale}/petitions/${slug}/${result.later ? 'mail-comes-later' : 'check-your-email'}`)
  }
  if (result.reason === 'rate_limited') return tooManyRequests(request, locale, fields, result)
  if (result.reason === 'text_unknown') {
    if (asJson) return json({ errors: formErrorWords('form', { form: ['text_changed'] }, locale) }, 422)
    return sendBack(slug, locale, { ...fields, text: '' }, { form: ['text_changed'] }, now)
  }
  if (result.reason === 'petition_closed') {
    if (asJson) return json({ error: result.reason }, 409)
    // The kept page may still show the form for a moment: this one is made now, and says that nothing was recorded.
    return sendBack(slug, locale, fields, { form: ['petition_closed'] }, now)
  }
  return asJson ? json({ error: result.reason }, 404) : seeOther(`/${locale}/petitions/${encodeURIComponent(slug)}`)
}

async function sendBack(
  slug: string,
  locale: string,
  fields: Record<string, string>,
  errors: Record<string, string[]>,
  now: Date,
) {
  const values = Object.fromEntries(typed.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])))
  const draft = await sealFormState({ values, errors }, now)
  return seeOther(`/${locale}/petitions/${encodeURIComponent(slug)}/sign?draft=${draft}`)
}

export const GET = redirectToForm('/petitions/[slug]#sign')
