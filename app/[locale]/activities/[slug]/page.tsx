import { ActivityPage } from '@/components/coalition/activity-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { listActivities } from '@/lib/coalition/list-activities'
import { firstParagraph } from '@/lib/text/plain-text'
import type { Locale } from '@/messages/translator'
import { publicPage } from '../../public-page'

const page = publicPage({
  path: ({ slug }: { slug: string }) => `/activities/${slug}`,
  find: ({ slug }, locale) => findWithNeighbours(slug, locale),
  head: ({ found: { activity }, ...page }) =>
    pageMetadata({ ...page, title: activity.text.title, description: firstParagraph(activity.text.body) }),
  body: ({ found, locale, address }) => <ActivityPage {...found} locale={locale} address={address} now={new Date()} />,
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page

async function findWithNeighbours(slug: string, locale: Locale) {
  const activities = await listActivities(locale)
  const at = activities.findIndex((activity) => activity.slug === slug)
  const activity = activities[at]
  return activity ? { activity, neighbours: { before: activities[at - 1], after: activities[at + 1] } } : null
}
