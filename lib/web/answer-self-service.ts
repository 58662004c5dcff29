import type { SelfServiceResult } from '@/lib/self-service/self-service-result'
import type { Locale } from '@/messages/translator'
import { json, seeOther, tokenSegment, wantsJson } from './answer'
import { answerPatiently } from './answer-patiently'
import { invalidFields } from './invalid-fields'
import { readPost } from './read-post'

/**
 * Answers a button on the self-service page: runs the verb, then shows the page again with the result.
 * @param after where to go instead, for a verb that ends the access session
 */
export async function answerSelfService(
  request: Request,
  verb: (token: string, fields: Record<string, string>, now: Date) => Promise<SelfServiceResult>,
  after?: (locale: Locale) => string,
): Promise<Response> {
  const form = await readPost(request)
  if (form instanceof Response) return form
  const { fields, locale } = form
  const session = fields.session ?? ''
  return answerPatiently(request, form, async () => {
    const result = await verb(session, fields, new Date())
    if (wantsJson(request)) {
      if (!result.ok) return json({ error: result.reason }, 404)
      return result.errors ? invalidFields('form', result.errors, locale) : json({ status: 'done' })
    }
    return seeOther(result.ok && after ? after(locale) : `/${locale}/signature/own/${tokenSegment(session)}`)
  })
}
