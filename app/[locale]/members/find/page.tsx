import type { Metadata } from 'next'
import { MemberDirectory } from '@/components/coalition/member-directory'
import { countryText, readMemberFilter } from '@/components/coalition/member-links'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { searchMembers } from '@/lib/coalition/filter-members'
import { listMembers } from '@/lib/coalition/list-members'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

// The page's content depends on the search.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  // The whole list is the page that search engines should know.
  const page = pageMetadata({ locale, path: '/members', title: translator(locale, 'members')('title') })
  return { ...page, robots: { index: false } }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const filter = readMemberFilter(await searchParams)
  const { text = '' } = filter
  const members = await listMembers(locale)
  const searched = searchMembers(members, text, (code) => countryText(code, locale))
  return (
    <PageFrame locale={locale} path="/members">
      <MemberDirectory members={members} searched={searched} filter={filter} typed={text} locale={locale} />
    </PageFrame>
  )
}
