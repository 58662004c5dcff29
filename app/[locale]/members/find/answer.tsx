import { renderToStaticMarkup } from 'react-dom/server'
import { MemberDirectory } from '@/components/coalition/member-directory'
import { readMemberFilter } from '@/components/coalition/member-links'
import { recentMembers } from '@/lib/coalition/recent-members'
import { answerInFrame } from '@/lib/web/answer-in-frame'
import type { ReadyAnswer } from '@/lib/web/ready-answer'
import type { RouteContext } from '@/lib/web/server/direct-routes'
import { servedLocale } from '@/messages/translator'

/**
 * The members that fit what somebody looks for, in the frame of the same page without a filter, rendered by React alone:
 * everybody looks for something else, so that keeping the pages would not help.
 */
export async function GET(
  request: Request,
  { params, frame }: Pick<RouteContext<{ locale: string }>, 'params' | 'frame'>,
): Promise<ReadyAnswer> {
  const locale = servedLocale((await params).locale)
  const { searchParams } = new URL(request.url)
  const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
  const [framed, members] = await Promise.all([frame(`/${locale}/members/find`), recentMembers(locale)])
  const directory = <MemberDirectory members={members} filter={readMemberFilter(query)} locale={locale} />
  return answerInFrame(request, { frame: framed, main: { markup: [renderToStaticMarkup(directory)], facts: {} } })
}
