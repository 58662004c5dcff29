import { unsubscribe } from '@/lib/mailings/unsubscribe'
import { isLocale, sourceLocale } from '@/messages/translator'
import { json, seeOther, unreadable, wantsJson } from './answer'
import { readFields } from './read-fields'

/**
 * Stops updates: for a mail program, which posts to the address in the mail's header without cookie or Origin (RFC
 * 8058), and for the button of the page. Every token gets the same answer.
 */
export async function answerUnsubscribe(request: Request): Promise<Response> {
  const inAddress = new URL(request.url).searchParams.get('token')
  if (inAddress !== null) {
    await unsubscribe(inAddress)
    return wantsJson(request) ? json({ status: 'unsubscribed' }) : plain('Unsubscribed.')
  }
  const read = await readFields(request)
  if (!read.ok) return unreadable(request, read)
  const { token = '', locale = '' } = read.fields
  await unsubscribe(token)
  if (wantsJson(request)) return json({ status: 'unsubscribed' })
  return seeOther(`/${isLocale(locale) ? locale : sourceLocale}/unsubscribe/done`)
}

/** A person who follows the header's address is shown the page with the button: reading changes nothing. */
export function showUnsubscribe(request: Request, locale: string): Response {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  return seeOther(`/${locale}/unsubscribe/${/^[A-Za-z0-9_-]{1,200}$/.test(token) ? token : 'unknown'}`)
}

function plain(text: string): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(text, { headers })
}
