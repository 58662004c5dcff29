import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PetitionPage } from '@/components/petitions/petition-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { emptyForm, type FormState, readFormState } from '@/lib/integrity/form-state'
import { findPetition } from '@/lib/petitions/find-petition'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { translator } from '@/messages/translator'
import { localeOf } from '../../../locale-of'

interface Props {
  params: Promise<{ locale: string; slug: string }>
  searchParams: Promise<{ draft?: string | string[]; via?: string | string[] }>
}

// A form that came back belongs to one person; nobody keeps this page.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { slug } = await params
  const petition = await findPetition(slug, locale)
  if (!petition) return {}
  const { title } = petition.text
  const page = pageMetadata({ locale, path: `/petitions/${slug}`, title })
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
  return (
    <PageFrame locale={locale} path={`/petitions/${slug}`}>
      <PetitionPage
        petition={petition}
        locale={locale}
        draft={await readState(await searchParams)}
        open={others.find(({ status }) => status === 'open')}
      />
    </PageFrame>
  )
}

async function readState({ draft, via }: Awaited<Props['searchParams']>): Promise<FormState> {
  if (typeof draft === 'string') return readFormState(draft, new Date())
  return typeof via === 'string' ? { ...emptyForm, values: { via } } : emptyForm
}
