import type { Metadata } from 'next'
import { SharePage } from '@/components/coalition/share-page'
import { sharedAddress } from '@/components/coalition/shared-address'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { translator } from '@/messages/translator'
import { localeOf } from '../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  return pageMetadata({ locale, path: '/share', title: translator(locale, 'share')('title') })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/share">
      <SharePage {...(await sharedAddress(locale))} locale={locale} />
    </PageFrame>
  )
}
