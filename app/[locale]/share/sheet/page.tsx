import type { Metadata } from 'next'
import { ShareSheet } from '@/components/coalition/share-sheet'
import { sharedAddress } from '@/components/coalition/shared-address'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(await localeOf(params), 'share')('sheet.title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return <ShareSheet {...(await sharedAddress(locale))} locale={locale} />
}
