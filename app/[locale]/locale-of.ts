import { notFound } from 'next/navigation'
import { isLocale, type Locale } from '@/messages/translator'

/** The language of an address; an unknown one is no page. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params
  return isLocale(locale) ? locale : notFound()
}
