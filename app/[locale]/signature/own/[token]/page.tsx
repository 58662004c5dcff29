import type { Metadata } from 'next'
import { OwnPage } from '@/components/self-service/self-service-page'
import { PageFrame } from '@/components/site/page-frame'
import { secretMetadata } from '@/components/site/secret-metadata'
import { findSelfService } from '@/lib/self-service/find-self-service'
import { translator } from '@/messages/translator'
import { localeOf } from '../../../locale-of'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

// The server answers most requests without it (answer.tsx); it gives the frame, and the page where there is only
// Next.js. Reading changes nothing: mail scanners follow links.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await localeOf(params), 'own.request')
  return secretMetadata(t('title'))
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const own = await findSelfService(token, new Date())
  return (
    <PageFrame locale={locale} path="/signature">
      <OwnPage token={token} own={own} locale={locale} />
    </PageFrame>
  )
}
