import type { Metadata } from 'next'
import { StopUpdates } from '@/components/signatures/unsubscribe/stop-updates'
import { PageFrame } from '@/components/site/page-frame'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

// Reading changes nothing: mail scanners follow links. Only the button on it, which posts, does.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await localeOf(params), 'unsubscribe')
  return {
    title: { absolute: t('title') },
    robots: { index: false, follow: false },
    // The secret in this address goes into no Referer, not even one of our own; forms still say their origin.
    referrer: 'strict-origin',
  }
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
