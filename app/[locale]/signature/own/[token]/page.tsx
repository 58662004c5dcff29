import type { Metadata } from 'next'
import { OwnPage } from '@/components/signatures/own/own-page'
import { PageFrame } from '@/components/site/page-frame'
import { secretMetadata } from '@/components/site/secret-metadata'
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
  return secretMetadata(t('title'))
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
