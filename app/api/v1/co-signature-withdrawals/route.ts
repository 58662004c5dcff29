import { withdrawCoSignature } from '@/lib/coalition/withdraw-co-signature'
import { showTrouble } from '@/lib/web/again'
import { json, seeOther, unreadable, wantsJson } from '@/lib/web/answer'
import { readFields } from '@/lib/web/read-fields'
import { redirectToForm } from '@/lib/web/redirect-to-form'
import { isLocale, sourceLocale } from '@/messages/translator'

/** Takes back the co-signature behind an invitation: the button of its page posts here. */
export async function POST(request: Request): Promise<Response> {
  const read = await readFields(request)
  if (!read.ok) return unreadable(request, read)
  const { token = '', locale: asked = '' } = read.fields
  const locale = isLocale(asked) ? asked : sourceLocale
  const result = await withdrawCoSignature(token, new Date())
  if (wantsJson(request)) return result.ok ? json({ status: 'withdrawn' }) : json({ error: result.reason }, 404)
  if (result.ok) return seeOther(`/${locale}/letters/${result.letterSlug}/co-sign/${token}`)
  return showTrouble(request, 404, locale)
}

export const GET = redirectToForm('/letters')
