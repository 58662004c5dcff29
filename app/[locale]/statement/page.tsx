import type { Metadata } from 'next'
import { StatementPage } from '@/components/coalition/statement-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { findStatement } from '@/lib/coalition/find-statement'
import { env } from '@/lib/env'
import { translator } from '@/messages/translator'
import { localeOf } from '../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const statement = await findStatement(null, locale)
  const title = translator(locale, 'coalition')('nav.statement')
  return pageMetadata({ locale, path: '/statement', title, description: statement?.text.lead })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const statement = await findStatement(null, locale)
  return (
    <PageFrame locale={locale} path="/statement">
      {statement ? (
        <StatementPage statement={statement} locale={locale} address={`${env().SITE_URL}/${locale}/statement`} />
      ) : (
        <div className="pt-8 lg:pt-14">
          <h1>{translator(locale, 'coalition')('nav.statement')}</h1>
          <p className="mt-5">{translator(locale, 'statement')('empty')}</p>
        </div>
      )}
    </PageFrame>
  )
}
