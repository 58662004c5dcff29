import type { Metadata } from 'next'
import { JoinPage } from '@/components/coalition/join-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { readFormState } from '@/lib/integrity/form-state'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ draft?: string | string[] }>
}

// A form that came back belongs to one person; nobody keeps this page.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const title = translator(locale, 'form')('errorTitle', { title: translator(locale, 'join')('title') })
  return { ...pageMetadata({ locale, path: '/join', title }), robots: { index: false } }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/join">
      <JoinPage draft={await readFormState((await searchParams).draft, new Date())} locale={locale} />
    </PageFrame>
  )
}
