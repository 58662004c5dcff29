import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SheetToSign } from '@/components/paper/sheet-to-sign'
import { memberCode } from '@/lib/coalition/member-code'
import { newSerial } from '@/lib/paper/serial'
import { findPetition } from '@/lib/petitions/find-petition'
import { translator } from '@/messages/translator'
import { localeOf } from '../../../locale-of'

interface Props {
  params: Promise<{ locale: string; slug: string }>
  searchParams: Promise<{ via?: string | string[] }>
}

// Each sheet has a serial of its own; nobody keeps this page.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(await localeOf(params), 'sheet')('title'), robots: { index: false } }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const petition = await findPetition((await params).slug, locale)
  if (petition?.status !== 'open') notFound()
  const { via } = await searchParams
  const code = await memberCode(typeof via === 'string' ? via : null)
  return <SheetToSign petition={petition} via={code} serial={newSerial()} locale={locale} />
}
