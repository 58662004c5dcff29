import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GovernmentLetter } from '@/components/coalition/government-letter'
import { countryName } from '@/components/site/country-names'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { findGovernment } from '@/lib/coalition/find-government'
import { countryCodes } from '@/lib/input/country-codes'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string; country: string }>
}

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { country } = await params
  const code = readCode(country)
  if (!code) return {}
  const t = translator(locale, 'government')
  const title = t('forCountry', { country: countryName(code, locale) })
  return pageMetadata({ locale, path: `/write-to-your-government/${country}`, title, description: t('lead') })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { country } = await params
  const code = readCode(country)
  if (!code) notFound()
  return (
    <PageFrame locale={locale} path={`/write-to-your-government/${country}`}>
      <GovernmentLetter country={countryName(code, locale)} addresses={await findGovernment(code)} locale={locale} />
    </PageFrame>
  )
}

/** In lower case only: one address for one page. */
function readCode(text: string): string | null {
  const code = text.toUpperCase()
  return text === text.toLowerCase() && countryCodes.includes(code) ? code : null
}
