import type { Metadata } from 'next'
import { SignaturePage } from '@/components/signatures/signature-page'
import { PageFrame } from '@/components/site/page-frame'
import { secretMetadata } from '@/components/site/secret-metadata'
import { readFormState } from '@/lib/integrity/form-state'
import { findPetition } from '@/lib/petitions/find-petition'
import { findByToken } from '@/lib/signatures/find-by-token'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string; token: string }>
  searchParams: Promise<{ draft?: string | string[] }>
}

// Reading changes nothing: mail scanners follow links. Only the buttons on it, which post, do.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const title = translator(locale, 'signature')('title')
  const wrong = (await searchParams).draft !== undefined
  return secretMetadata(wrong ? translator(locale, 'form')('errorTitle', { title }) : title)
}

export default async function Page({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const found = await findByToken(token, new Date())
  const signed = found?.spent === false ? found : null
  const petition = signed && (await findPetition(signed.petitionSlug, locale, signed.textSha256))
  return (
    <PageFrame locale={locale} path={`/signature/${token}`}>
      <SignaturePage
        token={token}
        locale={locale}
        status={signed && petition && { signature: signed, petition }}
        spent={found?.spent ? found : null}
        draft={await readFormState((await searchParams).draft, new Date())}
      />
    </PageFrame>
  )
}
