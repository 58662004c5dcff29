import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MailComesLater } from '@/components/signatures/mail-comes-later'
import { PageFrame } from '@/components/site/page-frame'
import { findPetition } from '@/lib/petitions/find-petition'
import { translator } from '@/messages/translator'
import { localeOf } from '../../../locale-of'

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await localeOf(params), 'busy.received')
  return { title: { absolute: t('title') }, robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { slug } = await params
  if (!(await findPetition(slug, locale))) notFound()
  return (
    <PageFrame locale={locale} path={`/petitions/${slug}/mail-comes-later`}>
      <MailComesLater locale={locale} what="signature" />
    </PageFrame>
  )
}
