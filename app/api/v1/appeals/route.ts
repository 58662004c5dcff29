import { appeal } from '@/lib/signatures/appeal'
import { json, seeOther, wantsJson } from '@/lib/web/answer'
import { readSelfServiceForm } from '@/lib/web/read-self-service-form'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Receives what the signer of a held or removed signature writes to the coalition. */
export async function POST(request: Request): Promise<Response> {
  const form = await readSelfServiceForm(request)
  if (form instanceof Response) return form
  const { fields, locale } = form
  const token = fields.token ?? ''
  const result = await appeal(token, fields.appeal ?? '', new Date())
  if (wantsJson(request)) {
    if (result.ok) return json({ status: 'received' })
    return json({ error: result.reason }, result.reason === 'empty' ? 422 : 404)
  }
  return seeOther(`/${locale}/signature/${/^[A-Za-z0-9_-]{1,64}$/.test(token) ? token : 'unknown'}`)
}

export const GET = redirectToForm('/signature')
