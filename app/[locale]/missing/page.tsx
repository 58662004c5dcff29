import type { Metadata } from 'next'
import { Missing } from '@/components/site/missing'
import { PageFrame } from '@/components/site/page-frame'
import { translator } from '@/messages/translator'
import { localeOf } from '../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await localeOf(params), 'missing')
  return { title: t('title'), robots: { index: false } }
}

/** What the front door shows, with status 404, for every public address that leads nowhere. */
export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="">
      <Missing locale={locale} />
    </PageFrame>
  )
}
