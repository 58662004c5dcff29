import { coSign } from '@/lib/coalition/co-sign'
import { findInvitation } from '@/lib/coalition/find-invitation'
import { readCoSignature } from '@/lib/coalition/read-co-signature'
import { sealFormState } from '@/lib/integrity/form-state'
import { showTrouble } from '@/lib/web/again'
import { json, seeOther, unreadable, wantsJson } from '@/lib/web/answer'
import { logUnexpected } from '@/lib/web/log-unexpected'
import { readFields } from '@/lib/web/read-fields'
import { redirectToForm } from '@/lib/web/redirect-to-form'
import { serviceUnavailable } from '@/lib/web/service-unavailable'
import { formErrorWords } from '@/messages/form-errors'
import { isLocale, type Locale, sourceLocale } from '@/messages/translator'

/** Fields that are sent back to be mended. */
const typed = ['organisation', 'country', 'name', 'role', 'email', 'authority']

type Fields = Record<string, string>

/** Receives an organisation's co-signature, with the token of its invitation. 303 to the invitation's page. */
export async function POST(request: Request): Promise<Response> {
  const read = await readFields(request)
  if (!read.ok) return unreadable(request, read)
  const { fields } = read
  const { token = '', locale: asked = '' } = fields
  const locale = isLocale(asked) ? asked : sourceLocale
  const now = new Date()

  const form = readCoSignature(fields)
  if (!form.ok) {
    const invitation = await findInvitation(token, now)
    return sendBack(request, invitation?.letterSlug ?? null, locale, fields, form.errors)
  }
  const result = await coSign(token, form.form, locale, now).catch((error: unknown) =>
    logUnexpected('a co-signature was not stored', error),
  )
  if (typeof result === 'string') return serviceUnavailable(request, locale, fields)
  if (!result.ok && result.reason === 'organisation_taken') {
    return sendBack(request, result.letterSlug, locale, fields, { organisation: ['taken'] })
  }
  if (wantsJson(request)) {
    if (result.ok) return json({ status: 'confirmed' }, 202)
    return json({ error: result.reason }, result.reason === 'token_unknown' ? 404 : 409)
  }
  // The invitation's own page says in words how things stand.
  return toInvitation(request, result.letterSlug, locale, token)
}

async function sendBack(
  request: Request,
  slug: string | null,
  locale: Locale,
  fields: Fields,
  errors: Record<string, string[]>,
) {
  if (wantsJson(request)) return json({ errors: formErrorWords('letters', errors, locale) }, 422)
  const values = Object.fromEntries(typed.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])))
  const draft = await sealFormState({ values, errors }, new Date())
  return toInvitation(request, slug, locale, fields.token ?? '', `?draft=${draft}`)
}

function toInvitation(request: Request, slug: string | null, locale: Locale, token: string, query = ''): Response {
  if (slug) return seeOther(`/${locale}/letters/${slug}/co-sign/${encodeURIComponent(token)}${query}`)
  return showTrouble(request, 404, locale)
}

export const GET = redirectToForm('/letters')
