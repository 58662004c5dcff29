import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MemberPage } from '@/components/coalition/member-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { findMember } from '@/lib/coalition/find-member'
import { env } from '@/lib/env'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { slug } = await params
  const member = await findMember(slug, locale)
  if (!member) return {}
  const description = member.affiliation ?? translator(locale, 'members')('lead')
  return pageMetadata({ locale, path: `/members/${slug}`, title: member.name, description })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { slug } = await params
  const member = await findMember(slug, locale)
  if (!member) notFound()
  const site = `${env().SITE_URL}/${locale}`
  const open = (await listPetitions(locale)).find(({ status }) => status === 'open')
  return (
    <PageFrame locale={locale} path={`/members/${slug}`}>
      <MemberPage
        member={member}
        locale={locale}
        link={open ? { address: `${site}/petitions/${open.slug}/sign?via=${slug}`, petition: open.text.title } : null}
        address={`${site}/members/${slug}`}
      />
    </PageFrame>
  )
}
