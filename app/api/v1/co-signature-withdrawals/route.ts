import { withdrawCoSignature } from '@/lib/coalition/withdraw-co-signature'
import { json, seeOther, wantsJson } from '@/lib/web/answer'
import { readPost } from '@/lib/web/read-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'
import { showTrouble } from '@/lib/web/reloadable-answer'

/** Takes back the co-signature behind an invitation: the button of its page posts here. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if (post instanceof Response) return post
  const { fields, locale } = post
  const { token = '' } = fields
  const result = await withdrawCoSignature(token, new Date())
  if (wantsJson(request)) return result.ok ? json({ status: 'withdrawn' }) : json({ error: result.reason }, 404)
  if (result.ok) return seeOther(`/${locale}/letters/${result.letterSlug}/co-sign/${token}`)
  return showTrouble(request, 404, locale)
}

export const GET = redirectToForm('/letters')
