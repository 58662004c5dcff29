import { renderToStaticMarkup } from 'react-dom/server'
import { secretReferrer } from '@/components/site/secret-metadata'
import { answerInFrame } from '@/lib/web/answer-in-frame'
import type { RouteContext } from '@/lib/web/server/direct-routes'
import { servedLocale } from '@/messages/translator'
import { findShown, showSignature, titleOf } from './show-signature'
import { signatureMarkup } from './signature-markup'

/** A token that nobody has. */
const NOBODYS = '-'.repeat(43)

/**
 * The page behind a mailed token, rendered by React alone, once for all who see the same but for their own facts:
 * through the framework it costs a hundred times as much, and everybody who signs opens it twice.
 */
export async function GET(request: Request, { params, frame }: RouteContext<{ locale: string; token: string }>) {
  const { locale: segment, token } = await params
  const locale = servedLocale(segment)
  const draft = new URL(request.url).searchParams.get('draft') ?? undefined
  const [framed, main] = await Promise.all([
    frame(`/${locale}/signature/${NOBODYS}`),
    draft === undefined
      ? findShown(locale, token).then(({ shape, facts }) => ({ markup: signatureMarkup(shape), facts }))
      : showSignature(locale, token, draft).then((content) => ({ markup: [renderToStaticMarkup(content)], facts: {} })),
  ])
  return answerInFrame(request, {
    frame: framed,
    framePath: `/signature/${NOBODYS}`,
    path: `/signature/${token}`,
    title: titleOf(locale, draft),
    main,
    referrer: secretReferrer,
  })
}
