import type { Metadata } from 'next'
import { ActivitiesPage } from '@/components/coalition/activities-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { listActivities } from '@/lib/coalition/list-activities'
import { env } from '@/lib/env'
import { translator } from '@/messages/translator'
import { localeOf } from '../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = translator(locale, 'activities')
  const page = pageMetadata({ locale, path: '/activities', title: t('title'), description: t('lead') })
  const types = {
    'application/atom+xml': `/${locale}/activities/feed.atom`,
    'application/feed+json': `/${locale}/activities/feed.json`,
  }
  return { ...page, alternates: { ...page.alternates, types } }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/activities">
      <ActivitiesPage
        activities={await listActivities(locale)}
        locale={locale}
        address={`${env().SITE_URL}/${locale}/activities`}
        now={new Date()}
      />
    </PageFrame>
  )
}
