import { renderToStaticMarkup } from 'react-dom/server'
import { secretReferrer } from '@/components/site/secret-metadata'
import { answerInFrame } from '@/lib/web/answer-in-frame'
import type { RouteContext } from '@/lib/web/server/direct-routes'
import { servedLocale } from '@/messages/translator'
import { showSignature, titleOf } from './show-signature'

/** A token that nobody has. */
const NOBODYS = '-'.repeat(43)

/**
 * The page behind a mailed token, rendered by React alone: through the framework it costs some fifty times as much, and
 * everybody who signs opens it twice.
 */
export async function GET(request: Request, { params, frame }: RouteContext<{ locale: string; token: string }>) {
  const { locale: segment, token } = await params
  const locale = servedLocale(segment)
  const draft = new URL(request.url).searchParams.get('draft') ?? undefined
  const [framed, content] = await Promise.all([
    frame(`/${locale}/signature/${NOBODYS}`),
    showSignature(locale, token, draft),
  ])
  return answerInFrame(request, {
    frame: framed,
    framePath: `/signature/${NOBODYS}`,
    path: `/signature/${token}`,
    title: titleOf(locale, draft),
    main: renderToStaticMarkup(content),
    referrer: secretReferrer,
  })
}
