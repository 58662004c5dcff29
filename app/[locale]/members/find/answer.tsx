import { renderToStaticMarkup } from 'react-dom/server'
import { MemberDirectory } from '@/components/coalition/member-directory'
import { readMemberFilter } from '@/components/coalition/member-links'
import { recentMembers } from '@/lib/coalition/recent-members'
import { answerInFrame } from '@/lib/web/answer-in-frame'
import type { ReadyAnswer } from '@/lib/web/ready-answer'
import type { RouteContext } from '@/lib/web/server/direct-routes'
import type { Answer } from '@/lib/web/server/make-answer'
import { servedLocale } from '@/messages/translator'

/**
 * The members that fit what somebody looks for, in the frame of the same page without a filter, rendered by React
 * alone: everybody looks for something else, and nobody is to see it. Lists by kind, region or country alone are few,
 * and kept.
 */
export async function GET(
  request: Request,
  { params, frame, page }: RouteContext<{ locale: string }>,
): Promise<ReadyAnswer | Answer> {
  const locale = servedLocale((await params).locale)
  const { search, searchParams } = new URL(request.url)
  const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
  const filter = readMemberFilter(query)
  if (filter.text === undefined) return page(`/${locale}/members/find`, search.slice(1))
  const [framed, members] = await Promise.all([frame(`/${locale}/members/find`), recentMembers(locale)])
  const directory = <MemberDirectory members={members} filter={filter} locale={locale} />
  return answerInFrame(request, { frame: framed, main: { markup: [renderToStaticMarkup(directory)], facts: {} } })
}
