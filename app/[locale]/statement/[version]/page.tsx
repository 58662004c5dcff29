import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StatementPage } from '@/components/coalition/statement-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { findStatement } from '@/lib/coalition/find-statement'
import { env } from '@/lib/env'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string; version: string }>
}

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { version } = await params
  const statement = await find(version, locale)
  if (!statement) return {}
  const { title, lead } = statement.text
  return pageMetadata({ locale, path: `/statement/${version}`, title: `${title} (${version})`, description: lead })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { version } = await params
  const statement = await find(version, locale)
  if (!statement) notFound()
  const path = `/statement/${version}`
  return (
    <PageFrame locale={locale} path={path}>
      <StatementPage statement={statement} locale={locale} address={`${env().SITE_URL}/${locale}${path}`} />
    </PageFrame>
  )
}

function find(version: string, locale: string) {
  return /^[1-9]\d{0,3}$/.test(version) ? findStatement(Number(version), locale) : null
}
