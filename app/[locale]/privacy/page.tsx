import type { Metadata } from 'next'
import { PrivacyPage } from '@/components/privacy/privacy-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { translator } from '@/messages/translator'
import { localeOf } from '../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = translator(locale, 'privacy')
  return pageMetadata({ locale, path: '/privacy', title: t('title'), description: t('lead') })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/privacy">
      <PrivacyPage locale={locale} />
    </PageFrame>
  )
}
