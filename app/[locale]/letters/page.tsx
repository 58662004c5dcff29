import type { Metadata } from 'next'
import { LetterList } from '@/components/coalition/letter-list'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { listLetters } from '@/lib/coalition/list-letters'
import { translator } from '@/messages/translator'
import { localeOf } from '../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = translator(locale, 'letters')
  return pageMetadata({ locale, path: '/letters', title: t('title'), description: t('lead') })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/letters">
      <LetterList letters={await listLetters(locale)} locale={locale} />
    </PageFrame>
  )
}
