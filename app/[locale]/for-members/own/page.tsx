import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { PageFrame } from '@/components/site/page-frame'
import { secretMetadata } from '@/components/site/secret-metadata'
import { MEMBER_PATH, memberCookie } from '@/lib/web/member-cookie'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'
import { type OwnQuery, showOwn } from './show-own'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: Promise<OwnQuery>
}

// The server answers requests without it (answer.tsx); it gives the frame, and the page where there is only Next.js.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return secretMetadata(translator(await localeOf(params), 'memberPage.open')('title'))
}

export default async function Page({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const session = (await cookies()).get(memberCookie())?.value ?? null
  return (
    <PageFrame locale={locale} path={MEMBER_PATH}>
      {await showOwn(locale, session, await searchParams, new Date())}
    </PageFrame>
  )
}
