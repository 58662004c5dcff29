import { ActivitiesPage } from '@/components/coalition/activities-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { listActivities } from '@/lib/coalition/list-activities'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/activities',
  head: ({ locale, path }) => {
    const t = translator(locale, 'activities')
    const head = pageMetadata({ locale, path, title: t('title'), description: t('lead') })
    const types = {
      'application/atom+xml': `/${locale}/activities/feed.atom`,
      'application/feed+json': `/${locale}/activities/feed.json`,
    }
    return { ...head, alternates: { ...head.alternates, types } }
  },
  body: async ({ locale, address }) => (
    <ActivitiesPage activities={await listActivities(locale)} locale={locale} address={address} now={new Date()} />
  ),
})

export const { generateMetadata } = page
export default page.Page
