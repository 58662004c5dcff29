import type { Metadata } from 'next'
import { ApplicationSent } from '@/components/coalition/application-sent'
import { PageFrame } from '@/components/site/page-frame'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await localeOf(params), 'join.checkEmail')
  return { title: t('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/join/check-your-email">
      <ApplicationSent locale={locale} />
    </PageFrame>
  )
}
