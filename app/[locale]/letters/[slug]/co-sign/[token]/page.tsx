import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CoSignPage } from '@/components/coalition/co-sign-page'
import { PageFrame } from '@/components/site/page-frame'
import { findInvitation } from '@/lib/coalition/find-invitation'
import { findLetter } from '@/lib/coalition/find-letter'
import { readFormState } from '@/lib/integrity/form-state'
import { translator } from '@/messages/translator'
import { localeOf } from '../../../../locale-of'

interface Props {
  params: Promise<{ locale: string; slug: string; token: string }>
  searchParams: Promise<{ draft?: string | string[] }>
}

// Reading changes nothing: mail scanners follow links. Only the forms on it, which post, do.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = translator(await localeOf(params), 'letters')('status.title')
  return { title: { absolute: title }, robots: { index: false, follow: false } }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const { slug, token } = await params
  const letter = await findLetter(slug, locale)
  if (!letter) notFound()
  const invitation = await findInvitation(token, new Date())
  const draft = await readFormState((await searchParams).draft, new Date())
  return (
    <PageFrame locale={locale} path={`/letters/${slug}/co-sign/${token}`}>
      <CoSignPage
        letter={letter}
        invitation={invitation?.letterSlug === slug ? invitation : null}
        token={token}
        draft={draft}
        locale={locale}
      />
    </PageFrame>
  )
}
