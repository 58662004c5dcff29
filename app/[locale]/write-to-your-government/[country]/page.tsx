import { GovernmentLetter } from '@/components/coalition/government-letter'
import { countryName } from '@/components/site/country-names'
import { pageMetadata } from '@/components/site/page-metadata'
import { findGovernment } from '@/lib/coalition/find-government'
import { findSiteText } from '@/lib/coalition/site-texts/find-site-text'
import { countryCodes } from '@/lib/input/country-codes'
import { translator } from '@/messages/translator'
import { publicPage } from '../../public-page'

const page = publicPage({
  path: ({ country }: { country: string }) => `/write-to-your-government/${country}`,
  find: ({ country }) => readCode(country),
  head: ({ found: code, locale, path }) => {
    const t = translator(locale, 'government')
    const title = t('forCountry', { country: countryName(code, locale) })
    return pageMetadata({ locale, path, title, description: t('lead') })
  },
  body: async ({ found: code, locale }) => {
    const [addresses, words] = await Promise.all([findGovernment(code), findSiteText('government', locale)])
    const country = countryName(code, locale)
    return <GovernmentLetter country={country} addresses={addresses} words={words} locale={locale} />
  },
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page

/** In lower case only: one address for one page. */
function readCode(text: string): string | null {
  const code = text.toUpperCase()
  return text === text.toLowerCase() && countryCodes.includes(code) ? code : null
}
