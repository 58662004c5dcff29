import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CheckEmail } from '@/components/signatures/check-email'
import { PageFrame } from '@/components/site/page-frame'
import { findPetition } from '@/lib/petitions/find-petition'
import { translator } from '@/messages/translator'
import { localeOf } from '../../../locale-of'

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await localeOf(params), 'checkEmail')
  return { title: t('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { slug } = await params
  if (!(await findPetition(slug, locale))) notFound()
  return (
    <PageFrame locale={locale} path={`/petitions/${slug}/check-your-email`}>
      <CheckEmail slug={slug} locale={locale} now={new Date()} />
    </PageFrame>
  )
}
