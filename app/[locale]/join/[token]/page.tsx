import type { Metadata } from 'next'
import { ApplicationStatus } from '@/components/coalition/application-status'
import { PageFrame } from '@/components/site/page-frame'
import { findApplication } from '@/lib/coalition/find-application'
import { translator } from '@/messages/translator'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

// Reading changes nothing: mail scanners follow links. Only the buttons on it, which post, do.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // Neutral: this title stays in the browser's history.
  const t = translator(await localeOf(params), 'join.status')
  return { title: { absolute: t('title') }, robots: { index: false, follow: false } }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const application = await findApplication(token, new Date())
  return (
    <PageFrame locale={locale} path={`/join/${token}`}>
      <ApplicationStatus token={token} locale={locale} application={application} />
    </PageFrame>
  )
}
