import type { Metadata } from 'next'
import { StopUpdates } from '@/components/signatures/unsubscribe/stop-updates'
import { PageFrame } from '@/components/site/page-frame'
import { secretMetadata } from '@/components/site/secret-metadata'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

// The server answers most requests without it (answer.tsx); it gives the frame, and the page where there is only
// Next.js. Reading changes nothing: mail scanners follow links. Only the button on it, which posts, does.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await localeOf(params), 'unsubscribe')
  return secretMetadata(t('title'))
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  return (
    <PageFrame locale={locale} path={`/unsubscribe/${token}`}>
      <StopUpdates token={token} locale={locale} />
    </PageFrame>
  )
}
