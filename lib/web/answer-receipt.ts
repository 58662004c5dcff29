import { type ReceiptRequest, requestReceipt } from '@/lib/ledger/request-receipt'
import { json, seeOther, tokenSegment, wantsJson } from './answer'
import { readPost } from './read-post'
import { showTrouble } from './reloadable-answer'

/**
 * Answers the button that downloads a receipt: with the file, or with the token's page again, which shows the current
 * state.
 */
export async function answerReceipt(request: Request): Promise<Response> {
  const post = await readPost(request)
  if (post instanceof Response) return post
  const { fields, locale } = post
  const { token = '' } = fields
  const result = await requestReceipt(token, new Date())
  if (wantsJson(request)) return asJson(result)
  if (result.ok) return download(result.slug, result.receipt)
  if (result.reason === 'unavailable' || result.reason === 'not_yet') {
    return showTrouble(request, 503, locale)
  }
  return seeOther(`/${locale}/signature/${tokenSegment(token)}`)
}

function asJson(result: ReceiptRequest): Response {
  if (result.ok) return json({ receipt: result.receipt })
  const status = { token_unknown: 404, not_counted: 409, not_yet: 503, unavailable: 503 }[result.reason]
  return json({ error: result.reason }, status, status === 503 ? { 'retry-after': '10' } : {})
}

function download(slug: string, receipt: string): Response {
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="receipt-${slug}.tlog-proof"`,
    'cache-control': 'no-store',
  }
  return new Response(receipt, { headers })
}
