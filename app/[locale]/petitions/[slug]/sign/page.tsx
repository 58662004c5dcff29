import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { petitionPath } from '@/components/petitions/petition-address'
import { PetitionPage } from '@/components/petitions/petition-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { memberCode } from '@/lib/coalition/member-code'
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
  const draft = await readState(await searchParams)
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

/** The form that came back, or an empty one with the code of the member whose link it was. */
async function readState({ draft, via }: Awaited<Props['searchParams']>): Promise<FormState> {
  const state = typeof draft === 'string' ? await readFormState(draft, new Date()) : emptyForm
  const code = await memberCode(typeof draft === 'string' ? state.values.via : typeof via === 'string' ? via : null)
  const { via: _, ...values } = state.values
  return { ...state, values: code ? { ...values, via: code } : values }
}
