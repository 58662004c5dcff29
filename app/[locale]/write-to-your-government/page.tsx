import type { Metadata } from 'next'
import { GovernmentChoice } from '@/components/coalition/government-choice'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { listGovernments } from '@/lib/coalition/list-governments'
import { translator } from '@/messages/translator'
import { localeOf } from '../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = translator(locale, 'government')
  return pageMetadata({ locale, path: '/write-to-your-government', title: t('title'), description: t('lead') })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/write-to-your-government">
      <GovernmentChoice locale={locale} withAddress={new Set(await listGovernments())} />
    </PageFrame>
  )
}
