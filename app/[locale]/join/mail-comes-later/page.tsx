import type { Metadata } from 'next'
import { MailComesLater } from '@/components/signatures/mail-comes-later'
import { PageFrame } from '@/components/site/page-frame'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await localeOf(params), 'busy.received')
  return { title: t('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/join/mail-comes-later">
      <MailComesLater locale={locale} what="application" />
    </PageFrame>
  )
}
