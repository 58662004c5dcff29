import type { Metadata } from 'next'
import { RequestLink } from '@/components/self-service/request-link'
import { PageFrame } from '@/components/site/page-frame'
import { translator } from '@/messages/translator'
import { localeOf } from '../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await localeOf(params), 'own.request')
  return { title: { absolute: t('title') }, robots: { index: false, follow: false } }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/signature">
      <RequestLink locale={locale} />
    </PageFrame>
  )
}
