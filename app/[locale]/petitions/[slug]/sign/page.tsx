import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { petitionPath } from '@/components/petitions/petition-address'
import { petitionMetadata } from '@/components/petitions/petition-metadata'
import { PetitionPage } from '@/components/petitions/petition-page'
import { PageFrame } from '@/components/site/page-frame'
import { findPetition } from '@/lib/petitions/find-petition'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { findPicture } from '@/lib/share-pictures/find-picture'
import { translator } from '@/messages/translator'
import { localeOf } from '../../../locale-of'
import { readSignForm } from './read-sign-form'

interface Props {
  params: Promise<{ locale: string; slug: string }>
  searchParams: Promise<{ draft?: string | string[]; via?: string | string[] }>
}

// A form that came back belongs to one person; nobody keeps this page. The server answers without it (answer.ts), by
// the cached page of the petition: this is the page where there is only Next.js.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { slug } = await params
  const petition = await findPetition(slug, locale)
  if (!petition) return {}
  const { title } = petition.text
  const page = petitionMetadata({ locale, ...petition, picture: await findPicture(slug, locale) })
  const wrong = (await searchParams).draft !== undefined
  return {
    ...page,
    title: wrong ? translator(locale, 'form')('errorTitle', { title }) : title,
    robots: { index: false },
  }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const { slug } = await params
  const petition = await findPetition(slug, locale)
  if (!petition) notFound()
  const others = petition.status === 'open' ? [] : await listPetitions(locale)
  const { draft: sealed, via } = await searchParams
  const draft = await readSignForm(sealed, via)
  return (
    <PageFrame locale={locale} path={petitionPath(slug, draft.values.via)}>
      <PetitionPage
        petition={petition}
        locale={locale}
        draft={draft}
        open={others.find(({ status }) => status === 'open')}
      />
    </PageFrame>
  )
}
