import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActivityPage } from '@/components/coalition/activity-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { findActivity } from '@/lib/coalition/find-activity'
import { listActivities } from '@/lib/coalition/list-activities'
import { env } from '@/lib/env'
import { firstParagraph } from '@/lib/text/plain-text'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { slug } = await params
  const activity = await findActivity(slug, locale)
  if (!activity) return {}
  const { title, body } = activity.text
  return pageMetadata({ locale, path: `/activities/${slug}`, title, description: firstParagraph(body) })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { slug } = await params
  const activities = await listActivities(locale)
  const at = activities.findIndex((activity) => activity.slug === slug)
  const activity = activities[at]
  if (!activity) notFound()
  const path = `/activities/${slug}`
  return (
    <PageFrame locale={locale} path={path}>
      <ActivityPage
        activity={activity}
        neighbours={{ before: activities[at - 1], after: activities[at + 1] }}
        locale={locale}
        address={`${env().SITE_URL}/${locale}${path}`}
        now={new Date()}
      />
    </PageFrame>
  )
}
