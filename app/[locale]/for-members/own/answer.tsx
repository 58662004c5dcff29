import { renderToStaticMarkup } from 'react-dom/server'
import { RequestMemberLink } from '@/components/member-access/request-member-link'
import { secretReferrer } from '@/components/site/secret-metadata'
import { answerInFrame } from '@/lib/web/answer-in-frame'
import { cacheMarkup, type Markup } from '@/lib/web/cached-markup'
import { MEMBER_PATH, readMemberCookie } from '@/lib/web/member-cookie'
import type { ReadyAnswer } from '@/lib/web/ready-answer'
import type { RouteContext } from '@/lib/web/server/direct-routes'
import { type Locale, servedLocale, translator } from '@/messages/translator'
import { type OwnQuery, showOwn } from './show-own'

type Context = Pick<RouteContext<{ locale: string }>, 'params' | 'frame'>

/** A member's own page, by the cookie of its session, in the frame of the page that somebody without one gets. */
export async function GET(request: Request, { params, frame }: Context): Promise<ReadyAnswer> {
  const locale = servedLocale((await params).locale)
  const [framed, markup] = await Promise.all([frame(`/${locale}${MEMBER_PATH}`), findContent(locale, request)])
  const title = translator(locale, 'memberPage.open')('title')
  return answerInFrame(request, {
    frame: framed,
    main: { markup, facts: {} },
    secret: { framePath: MEMBER_PATH, path: MEMBER_PATH, title, referrer: secretReferrer },
  })
}

async function findContent(locale: Locale, request: Request): Promise<Markup> {
  const session = readMemberCookie(request)
  if (session === null) return closed({ locale })
  return [renderToStaticMarkup(await showOwn(locale, session, queryOf(request), new Date()))]
}

/** The page without a session, the same for everybody. */
const closed = cacheMarkup([], ({ locale }: { locale: Locale }) => <RequestMemberLink locale={locale} says="closed" />)

function queryOf(request: Request): OwnQuery {
  const asked = new URL(request.url).searchParams
  return { language: asked.get('language') ?? undefined, draft: asked.get('draft') ?? undefined }
}
