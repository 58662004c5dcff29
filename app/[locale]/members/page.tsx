import type { Metadata } from 'next'
import { MemberDirectory } from '@/components/coalition/member-directory'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { listMembers } from '@/lib/coalition/list-members'
import { translator } from '@/messages/translator'
import { localeOf } from '../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = translator(locale, 'members')
  return pageMetadata({ locale, path: '/members', title: t('title'), description: t('lead') })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/members">
      <MemberDirectory members={await listMembers(locale)} filter={{}} locale={locale} />
    </PageFrame>
  )
}
