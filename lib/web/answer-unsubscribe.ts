import { patiently } from '@/lib/failover/keep-trying'
import { unsubscribe } from '@/lib/mailings/unsubscribe'
import { json, seeOther, wantsJson } from './answer'
import { answerPatiently } from './answer-patiently'
import { readPost } from './read-post'
import { networkOfSender } from './sender-of'

/**
 * Unsubscribes: for a mail program that posts to the List-Unsubscribe address without cookie or Origin (RFC 8058), and
 * for the button on the page. Every token gets the same answer.
 */
export async function answerUnsubscribe(request: Request): Promise<Response> {
  const inAddress = new URL(request.url).searchParams.get('token')
  if (inAddress !== null) {
    await patiently(networkOfSender(request), () => unsubscribe(inAddress))
    return wantsJson(request) ? json({ status: 'unsubscribed' }) : plain('Unsubscribed.')
  }
  const post = await readPost(request)
  if (post instanceof Response) return post
  return answerPatiently(request, post, async () => {
    await unsubscribe(post.fields.token ?? '')
    return wantsJson(request) ? json({ status: 'unsubscribed' }) : seeOther(`/${post.locale}/unsubscribe/done`)
  })
}

/** A person who follows the header's address sees the page with the button: a GET changes nothing. */
export function showUnsubscribe(request: Request, locale: string): Response {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  return seeOther(`/${locale}/unsubscribe/${/^[A-Za-z0-9_-]{1,200}$/.test(token) ? token : 'unknown'}`)
}

function plain(text: string): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(text, { headers })
}
