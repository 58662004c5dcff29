import type { Metadata } from 'next'
import { SignaturePage } from '@/components/signatures/signature-page'
import { PageFrame } from '@/components/site/page-frame'
import { secretMetadata } from '@/components/site/secret-metadata'
import { findPetition } from '@/lib/petitions/find-petition'
import { findByToken } from '@/lib/signatures/find-by-token'
import { words } from '@/messages/words'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

// Reading changes nothing: mail scanners follow links. Only the buttons on it, which post, do.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = words(await localeOf(params), 'signature')
  return secretMetadata(t('title'))
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const signature = await findByToken(token, new Date())
  const petition = signature && (await findPetition(signature.petitionSlug, locale, signature.textSha256))
  return (
    <PageFrame locale={locale} path={`/signature/${token}`}>
      <SignaturePage token={token} locale={locale} status={signature && petition && { signature, petition }} />
    </PageFrame>
  )
}
