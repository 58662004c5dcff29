import { secretReferrer } from '@/components/site/secret-metadata'
import { answerInFrame } from '@/lib/web/answer-in-frame'
import type { ReadyAnswer } from '@/lib/web/ready-answer'
import type { RouteContext } from '@/lib/web/server/direct-routes'
import type { Filled } from '@/lib/web/zip-markup'
import { type Locale, servedLocale } from '@/messages/translator'

/** A token that nobody has. */
const NOBODYS = '-'.repeat(43)

/** Of a page whose address ends with a secret token. */
export type SecretContext = Pick<RouteContext<{ locale: string; token: string }>, 'params' | 'frame'>

/**
 * Answers with a page behind a token, in the frame that the framework renders around the same page of a token that
 * nobody has: through the framework it costs a hundred times as much.
 * @param place the page's path after the language, without the token
 * @param find its title and content
 */
export async function answerSecretPage(
  request: Request,
  { params, frame }: SecretContext,
  place: string,
  find: (locale: Locale, token: string) => { title: string; main: Promise<Filled> | Filled },
): Promise<ReadyAnswer> {
  const { locale: segment, token } = await params
  const locale = servedLocale(segment)
  const { title, main } = find(locale, token)
  const framePath = `${place}/${NOBODYS}`
  const [framed, content] = await Promise.all([frame(`/${locale}${framePath}`), main])
  const path = `${place}/${token}`
  const secret = { framePath, path, title, referrer: secretReferrer }
  return answerInFrame(request, { frame: framed, main: content, secret })
}
