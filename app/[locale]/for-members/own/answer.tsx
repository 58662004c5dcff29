import { renderToStaticMarkup } from 'react-dom/server'
import { secretReferrer } from '@/components/site/secret-metadata'
import { answerInFrame } from '@/lib/web/answer-in-frame'
import { MEMBER_PATH, readMemberCookie } from '@/lib/web/member-cookie'
import type { ReadyAnswer } from '@/lib/web/ready-answer'
import type { RouteContext } from '@/lib/web/server/direct-routes'
import { servedLocale, translator } from '@/messages/translator'
import { type OwnQuery, showOwn } from './show-own'

type Context = Pick<RouteContext<{ locale: string }>, 'params' | 'frame'>

/** A member's own page, by the cookie of its session, in the frame of the page that somebody without one gets. */
export async function GET(request: Request, { params, frame }: Context): Promise<ReadyAnswer> {
  const locale = servedLocale((await params).locale)
  const [framed, page] = await Promise.all([
    frame(`/${locale}${MEMBER_PATH}`),
    showOwn(locale, readMemberCookie(request), queryOf(request), new Date()),
  ])
  const title = translator(locale, 'memberPage.open')('title')
  return answerInFrame(request, {
    frame: framed,
    main: { markup: [renderToStaticMarkup(page)], facts: {} },
    secret: { framePath: MEMBER_PATH, path: MEMBER_PATH, title, referrer: secretReferrer },
  })
}

function queryOf(request: Request): OwnQuery {
  const asked = new URL(request.url).searchParams
  return { language: asked.get('language') ?? undefined, draft: asked.get('draft') ?? undefined }
}
