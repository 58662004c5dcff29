import type { Metadata } from 'next'
import { OpenMemberPage } from '@/components/member-access/open-member-page'
import { PageFrame } from '@/components/site/page-frame'
import { secretMetadata } from '@/components/site/secret-metadata'
import { isMemberLink } from '@/lib/coalition/member-access/find-member-session'
import { translator } from '@/messages/translator'
import { localeOf } from '../../../locale-of'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

// Reading changes nothing: mail scanners follow links.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return secretMetadata(translator(await localeOf(params), 'memberPage.open')('title'))
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const there = await isMemberLink(token, new Date())
  return (
    <PageFrame locale={locale} path={`/for-members/open/${token}`}>
      <OpenMemberPage token={token} there={there} locale={locale} />
    </PageFrame>
  )
}
