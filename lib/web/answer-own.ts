import type { OwnResult } from '@/lib/signatures/own/own-result'
import type { Locale } from '@/messages/words'
import { json, seeOther, wantsJson } from './answer'
import { readOwnForm } from './read-own-form'

/**
 * Answers a button on the page of a visit: runs the verb, then shows the visit again, which says what was done.
 * @param after where to go instead, for a verb after which the visit is no more
 */
export async function answerOwn(
  request: Request,
  verb: (token: string, fields: Record<string, string>, now: Date) => Promise<OwnResult>,
  after?: (locale: Locale) => string,
): Promise<Response> {
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const { fields, locale } = form
  const visit = fields.visit ?? ''
  const result = await verb(visit, fields, new Date())
  if (wantsJson(request)) return result.ok ? json({ status: 'done' }) : json({ error: result.reason }, 404)
  return seeOther(result.ok && after ? after(locale) : `/${locale}/signature/own/${visitPath(visit)}`)
}

function visitPath(visit: string): string {
  return /^[A-Za-z0-9_-]{1,64}$/.test(visit) ? visit : 'unknown'
}
