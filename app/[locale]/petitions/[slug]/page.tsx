import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { PetitionPage } from '@/components/petitions/petition-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { findActivity } from '@/lib/coalition/find-activity'
import { findPetition } from '@/lib/petitions/find-petition'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { slug } = await params
  const petition = await findPetition(slug, locale)
  if (!petition) return {}
  const { title, call } = petition.text
  return pageMetadata({ locale, path: `/petitions/${slug}`, title, description: call })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { slug } = await params
  const petition = await findPetition(slug, locale)
  if (!petition) {
    // What was once listed as a petition and is told among the activities.
    if (await findActivity(slug, locale)) permanentRedirect(`/${locale}/activities/${slug}`)
    notFound()
  }
  const others = petition.status === 'open' ? [] : await listPetitions(locale)
  return (
    <PageFrame locale={locale} path={`/petitions/${slug}`}>
      <PetitionPage petition={petition} locale={locale} open={others.find(({ status }) => status === 'open')} />
    </PageFrame>
  )
}
