import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ShareSheet } from '@/components/coalition/share-sheet'
import { sharedPetition } from '@/components/coalition/shared-address'
import { translator } from '@/messages/translator'
import { localeOf } from '../../../../locale-of'

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(await localeOf(params), 'share')('sheet.title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const shared = await sharedPetition((await params).slug, locale)
  if (!shared) notFound()
  return <ShareSheet {...shared} locale={locale} />
}
