import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { localeOf } from '@/app/[locale]/locale-of'
import { EmbeddedPetition } from '@/components/embed/embedded-petition'
import { readLook } from '@/components/embed/look'
import { memberCode } from '@/lib/coalition/member-code'
import { findPetition } from '@/lib/petitions/find-petition'

interface Props {
  params: Promise<{ locale: string; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

// Its query is part of what it shows. Kept all the same, by next.config.js.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const petition = await findPetition((await params).slug, await localeOf(params))
  return petition ? { title: petition.text.title } : {}
}

export default async function Page({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const query = await searchParams
  const petition = await findPetition((await params).slug, locale)
  if (!petition) notFound()
  const via = await memberCode(typeof query.via === 'string' ? query.via : null)
  return <EmbeddedPetition petition={petition} locale={locale} via={via} look={readLook(query)} />
}
