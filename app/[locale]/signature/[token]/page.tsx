import type { Metadata } from 'next'
import { PageFrame } from '@/components/site/page-frame'
import { secretMetadata } from '@/components/site/secret-metadata'
import { localeOf } from '../../locale-of'
import { showSignature, titleOf } from './show-signature'

interface Props {
  params: Promise<{ locale: string; token: string }>
  searchParams: Promise<{ draft?: string | string[]; from?: string | string[] }>
}

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return secretMetadata(titleOf(await localeOf(params), (await searchParams).draft))
}

// The server answers most requests without it (answer.ts); it gives the frame, and the page where there is only
// Next.js.
export default async function Page({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const { draft, from } = await searchParams
  return (
    <PageFrame locale={locale} path={`/signature/${token}`}>
      {await showSignature(locale, token, draft, typeof from === 'string' ? from : null)}
    </PageFrame>
  )
}
