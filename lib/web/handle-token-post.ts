import { servedLocale } from '@/messages/translator'
import { json, seeOther, tokenSegment, wantsJson } from './answer'
import { answerPatiently } from './answer-patiently'
import { readPost } from './read-post'

type Page = 'signature' | 'join'
type Settled = { ok: true; locale: string } | { ok: false; reason: string; locale?: string | null }

/**
 * Answers a button on the page of a mailed link: runs the verb on the posted token, then shows the result
 * (`answerSettled`).
 */
export async function handleTokenPost(
  request: Request,
  verb: (token: string, now: Date) => Promise<Settled>,
  done: string,
  page: Page = 'signature',
): Promise<Response> {
  const post = await readPost(request)
  if (post instanceof Response) return post
  const now = new Date()
  return answerPatiently(request, post, async () =>
    answerSettled(request, post.fields, await verb(post.fields.token ?? '', now), done, page),
  )
}

/** Shows the token's page again, which describes the current state. JSON: 200 `{status}`, 404 or 409 `{error}`. */
export function answerSettled(
  request: Request,
  fields: Record<string, string>,
  result: Settled,
  done: string,
  page: Page = 'signature',
): Response {
  const token = fields.token ?? ''
  if (wantsJson(request)) {
    if (result.ok) return json({ status: done })
    return json({ error: result.reason }, result.reason === 'token_unknown' ? 404 : 409)
  }
  return seeOther(`/${servedLocale(result.locale ?? fields.locale)}/${page}/${tokenSegment(token)}`)
}
