import { answerUnsubscribe, showUnsubscribe } from '@/lib/web/answer-unsubscribe'
import { guessLocale } from '@/lib/web/guess-locale'

/** Stops updates to the person of a mailed link. */
export function POST(request: Request): Promise<Response> {
  return answerUnsubscribe(request)
}

/** The same address followed by a person. */
export function GET(request: Request): Response {
  return showUnsubscribe(request, guessLocale(null, request.headers.get('accept-language')))
}
