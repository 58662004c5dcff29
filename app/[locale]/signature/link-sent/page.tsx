import type { Metadata } from 'next'
import { PlainOwn } from '@/components/self-service/plain-own'
import { PageFrame } from '@/components/site/page-frame'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await localeOf(params), 'own.sent')
  return { title: { absolute: t('title') }, robots: { index: false, follow: false } }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/signature">
      <PlainOwn locale={locale} says="sent" />
    </PageFrame>
  )
}
