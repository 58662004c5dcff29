import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AskToCoSignPage } from '@/components/coalition/ask-to-co-sign-page'
import { PageFrame } from '@/components/site/page-frame'
import { findLetter } from '@/lib/coalition/find-letter'
import { readFormState } from '@/lib/integrity/form-state'
import { translator } from '@/messages/translator'
import { localeOf } from '../../../locale-of'

interface Props {
  params: Promise<{ locale: string; slug: string }>
  searchParams: Promise<{ draft?: string | string[] }>
}

// A form that came back belongs to one person; nobody keeps this page.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(await localeOf(params), 'letters')('coSign.title'), robots: { index: false } }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const { slug } = await params
  const letter = await findLetter(slug, locale)
  if (!letter) notFound()
  const draft = await readFormState((await searchParams).draft, new Date())
  return (
    <PageFrame locale={locale} path={`/letters/${slug}/co-sign`}>
      <AskToCoSignPage letter={letter} draft={draft} locale={locale} />
    </PageFrame>
  )
}
