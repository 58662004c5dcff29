import type { Metadata } from 'next'
import { OwnPage } from '@/components/signatures/own/own-page'
import { PageFrame } from '@/components/site/page-frame'
import { findOwn } from '@/lib/signatures/own/find-own'
import { words } from '@/messages/words'
import { localeOf } from '../../../locale-of'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

// Reading changes nothing: mail scanners follow links.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = words(await localeOf(params), 'own.request')
  return {
    title: { absolute: t('title') },
    robots: { index: false, follow: false },
    // The secret in this address goes into no Referer, not even one of our own; forms still say their origin.
    referrer: 'strict-origin',
  }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const own = await findOwn(token, new Date())
  return (
    <PageFrame locale={locale} path="/signature">
      <OwnPage token={token} own={own} locale={locale} />
    </PageFrame>
  )
}
