import { Breadcrumbs } from '@/components/site/breadcrumbs'
import { foreignText } from '@/components/site/foreign-text'
import type { ActivityView } from '@/lib/coalition/activity-view'
import { type Locale, translator } from '@/messages/translator'
import { activityData } from './activity-data'
import { ActivityDay } from './activity-day'
import { ActivityText } from './activity-text'
import { JsonLd } from './json-ld'
import { ShareLinks } from './share-links'

export interface Neighbours {
  before: ActivityView | undefined
  after: ActivityView | undefined
}

/** The page of one activity, with links to the previous and the next. */
export function ActivityPage(props: {
  activity: ActivityView
  neighbours: Neighbours
  locale: Locale
  address: string
  now: Date
}) {
  const { activity, neighbours, locale, address, now } = props
  const { text, slug } = activity
  const room = { path: '/activities', name: translator(locale, 'activities')('title') }
  const page = { path: `/activities/${slug}`, name: text.title, locale: text.locale }
  return (
    <div className="pt-4 lg:pt-8">
      <Breadcrumbs locale={locale} room={room} page={page} />
      <article className="mt-4 max-w-[66ch] lg:mt-6">
        <ActivityDay activity={activity} locale={locale} />
        <h1 className="mt-2" {...foreignText(text.locale, locale)}>
          {text.title}
        </h1>
        <div className="mt-5 text-lead">
          <ActivityText activity={activity} locale={locale} level={1} />
        </div>
      </article>
      <div className="mt-12">
        <ShareLinks address={address} text={text.title} title={text.title} locale={locale} />
      </div>
      <BeforeAndAfter {...neighbours} locale={locale} />
      <JsonLd data={activityData(activity, locale, address, now)} />
    </div>
  )
}

function BeforeAndAfter({ before, after, locale }: Neighbours & { locale: Locale }) {
  const t = translator(locale, 'activities')
  return (
    <nav
      aria-label={t('neighbours')}
      className="mt-12 grid gap-x-10 gap-y-4 border-t border-rule pt-5 sm:grid-cols-2 print:hidden"
    >
      {before && <Neighbour activity={before} label={t('before')} locale={locale} />}
      {after && <Neighbour activity={after} label={t('after')} locale={locale} />}
    </nav>
  )
}

function Neighbour({ activity, label, locale }: { activity: ActivityView; label: string; locale: Locale }) {
  return (
    <p>
      <span className="block text-small text-muted">{label}</span>
      <a
        href={`/${locale}/activities/${activity.slug}`}
        className="inline-flex min-h-11 items-center"
        {...foreignText(activity.text.locale, locale)}
      >
        {activity.text.title}
      </a>
    </p>
  )
}
