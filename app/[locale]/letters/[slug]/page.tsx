import { LetterPage } from '@/components/coalition/letter-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { findLetter } from '@/lib/coalition/find-letter'
import { publicPage } from '../../public-page'

const page = publicPage({
  path: ({ slug }: { slug: string }) => `/letters/${slug}`,
  find: ({ slug }, locale) => findLetter(slug, locale),
  head: ({ found: { text }, ...page }) => pageMetadata({ ...page, title: text.title, description: text.summary }),
  body: ({ found, locale, address }) => <LetterPage letter={found} locale={locale} address={address} />,
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page
