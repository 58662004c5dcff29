import { apply } from '@/lib/coalition/apply'
import { readApplication } from '@/lib/coalition/read-application'
import { sealFormState } from '@/lib/integrity/form-state'
import { json, seeOther, unreadable, wantsJson } from '@/lib/web/answer'
import { logUnexpected } from '@/lib/web/log-unexpected'
import { readFields } from '@/lib/web/read-fields'
import { redirectToForm } from '@/lib/web/redirect-to-form'
import { senderOf } from '@/lib/web/sender-of'
import { serviceUnavailable } from '@/lib/web/service-unavailable'
import { tooManyRequests } from '@/lib/web/too-many-requests'
import { formErrorWords } from '@/messages/form-errors'
import { isLocale, sourceLocale } from '@/messages/translator'

/** Fields that are sent back to be mended. */
const typed = ['kind', 'name', 'contact', 'email', 'country', 'website', 'comment', 'consent']

/** Receives an application to join. HTML forms are answered with 303, programs that accept JSON with 202 or 422. */
export async function POST(request: Request): Promise<Response> {
  const asJson = wantsJson(request)
  const read = await readFields(request)
  if (!read.ok) return unreadable(request, read)
  const { fields } = read
  const asked = fields.locale ?? ''
  const locale = isLocale(asked) ? asked : sourceLocale
  const now = new Date()

  const form = readApplication(fields)
  if (!form.ok) {
    if (asJson) return json({ errors: formErrorWords('join', form.errors, locale) }, 422)
    const values = Object.fromEntries(typed.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])))
    return seeOther(`/${locale}/join/again?draft=${await sealFormState({ values, errors: form.errors }, now)}`)
  }
  const result = await apply(form.form, locale, now, senderOf(request, fields, now)).catch((error: unknown) =>
    logUnexpected('an application was not stored', error),
  )
  if (typeof result === 'string') return serviceUnavailable(request, locale, fields)
  if (!result.ok) return tooManyRequests(request, locale, fields, result)
  if (asJson) return json({ status: 'check_your_email', later: result.later }, 202)
  return seeOther(`/${locale}/join/${result.later ? 'mail-comes-later' : 'check-your-email'}`)
}

export const GET = redirectToForm('/join')
