import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LetterPage } from '@/components/coalition/letter-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { findLetter } from '@/lib/coalition/find-letter'
import { env } from '@/lib/env'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { slug } = await params
  const letter = await findLetter(slug, locale)
  if (!letter) return {}
  const { title, summary } = letter.text
  return pageMetadata({ locale, path: `/letters/${slug}`, title, description: summary })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { slug } = await params
  const letter = await findLetter(slug, locale)
  if (!letter) notFound()
  const path = `/letters/${slug}`
  return (
    <PageFrame locale={locale} path={path}>
      <LetterPage letter={letter} locale={locale} address={`${env().SITE_URL}/${locale}${path}`} />
    </PageFrame>
  )
}
