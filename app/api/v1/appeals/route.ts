import { appeal } from '@/lib/signatures/appeal'
import { json, seeOther, tokenSegment, wantsJson } from '@/lib/web/answer'
import { readPost } from '@/lib/web/read-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Receives what the signer of a held or removed signature writes to the coalition. */
export async function POST(request: Request): Promise<Response> {
  const form = await readPost(request)
  if (form instanceof Response) return form
  const { fields, locale } = form
  const token = fields.token ?? ''
  const result = await appeal(token, fields.appeal ?? '', new Date())
  if (wantsJson(request)) {
    if (result.ok) return json({ status: 'received' })
    return json({ error: result.reason }, result.reason === 'empty' ? 422 : 404)
  }
  return seeOther(`/${locale}/signature/${tokenSegment(token)}`)
}

export const GET = redirectToForm('/signature')
