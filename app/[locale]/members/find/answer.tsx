import { MemberDirectory } from '@/components/coalition/member-directory'
import { countryText, readMemberFilter } from '@/components/coalition/member-links'
import { type MemberChoices, searchMembers } from '@/lib/coalition/filter-members'
import type { MemberView } from '@/lib/coalition/member-view'
import { recentMembers } from '@/lib/coalition/recent-members'
import { answerInFrame } from '@/lib/web/answer-in-frame'
import { cacheMarkup } from '@/lib/web/cached-markup'
import type { ReadyAnswer } from '@/lib/web/ready-answer'
import type { RouteContext } from '@/lib/web/server/direct-routes'
import type { Answer } from '@/lib/web/server/make-answer'
import { type Locale, servedLocale } from '@/messages/translator'

interface Shape extends MemberChoices {
  locale: Locale
  members: MemberView[]
  /** The slugs of those that were found, apart by blanks. */
  found: string
}

/** By what was found, whatever was typed: many words find the same members, or none. */
const directory = cacheMarkup(['typed', 'text'], ({ locale, members, found, ...choices }: Shape, { typed, text }) => {
  const slugs = new Set(found.split(' '))
  const searched = members.filter(({ slug }) => slugs.has(slug))
  return (
    <MemberDirectory
      members={members}
      searched={searched}
      filter={{ ...choices, text }}
      typed={typed}
      locale={locale}
    />
  )
})

/**
 * The members that fit what somebody looks for, in the frame of the same page without a filter, rendered by React
 * alone: nobody else is to see what was typed, and it is kept nowhere. Lists by kind, region or country alone are few,
 * and kept.
 */
export async function GET(
  request: Request,
  { params, frame, page }: RouteContext<{ locale: string }>,
): Promise<ReadyAnswer | Answer> {
  const locale = servedLocale((await params).locale)
  const { search, searchParams } = new URL(request.url)
  const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
  const { text: typed, ...choices } = readMemberFilter(query)
  if (typed === undefined) return page(`/${locale}/members/find`, search.slice(1))
  const [framed, members] = await Promise.all([frame(`/${locale}/members/find`), recentMembers(locale)])
  const searched = searchMembers(members, typed, (code) => countryText(code, locale))
  const markup = directory({ locale, members, found: searched.map(({ slug }) => slug).join(' '), ...choices })
  // As in the rest of an address (membersAddress).
  const text = new URLSearchParams([['', typed]]).toString().slice(1)
  return answerInFrame(request, { frame: framed, main: { markup, facts: { typed, text } } })
}
