import { StatementPage } from '@/components/coalition/statement-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { findStatement } from '@/lib/coalition/find-statement'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/statement',
  find: async (_, locale) => ({ statement: await findStatement(null, locale) }),
  head: ({ found: { statement }, locale, path }) => {
    const title = translator(locale, 'coalition')('nav.statement')
    return pageMetadata({ locale, path, title, description: statement?.text.lead })
  },
  body: ({ found: { statement }, locale, address }) =>
    statement ? (
      <StatementPage statement={statement} locale={locale} address={address} />
    ) : (
      <div className="pt-8 lg:pt-14">
        <h1>{translator(locale, 'coalition')('nav.statement')}</h1>
        <p className="mt-5">{translator(locale, 'statement')('empty')}</p>
      </div>
    ),
})

export const { generateMetadata } = page
export default page.Page
