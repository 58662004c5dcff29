import { StatementPage } from '@/components/coalition/statement-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { findStatement } from '@/lib/coalition/find-statement'
import { publicPage } from '../../public-page'

const page = publicPage({
  path: ({ version }: { version: string }) => `/statement/${version}`,
  find: ({ version }, locale) => (/^[1-9]\d{0,3}$/.test(version) ? findStatement(Number(version), locale) : null),
  head: ({ found: { text, version }, ...page }) =>
    pageMetadata({ ...page, title: `${text.title} (${version})`, description: text.lead }),
  body: ({ found, locale, address }) => <StatementPage statement={found} locale={locale} address={address} />,
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page
