import type { ActivityView } from '@/lib/coalition/activity-view'
import { type Locale, translator } from '@/messages/translator'
import { activityData } from './activity-data'
import { ActivityEntry } from './activity-entry'
import { byYear } from './activity-years'
import { JsonLd } from './json-ld'
import { YearLine } from './year-line'

/** The page of activities by year, earliest first, under a timeline of the years. */
export function ActivitiesPage(props: { activities: ActivityView[]; locale: Locale; address: string; now: Date }) {
  const { activities, locale, address, now } = props
  const t = translator(locale, 'activities')
  const years = byYear(activities)
  return (
    <>
      <header className="pt-8 lg:pt-14">
        <h1>{t('title')}</h1>
        <p className="mt-4 max-w-[60ch] font-serif text-lead">{t('lead')}</p>
        <p className="mt-3 text-small print:hidden">
          {t.rich('feeds', {
            atom: (text) => (
              <a href={`/${locale}/activities/feed.atom`} type="application/atom+xml">
                {text}
              </a>
            ),
            json: (text) => (
              <a href={`/${locale}/activities/feed.json`} type="application/feed+json">
                {text}
              </a>
            ),
          })}
        </p>
      </header>
      {years.length === 0 && <p className="mt-10">{t('empty')}</p>}
      {years.length > 0 && <YearLine years={years} locale={locale} />}
      {years.map(({ year, entries }) => (
        <section
          key={year}
          aria-labelledby={`y${year}`}
          className="mt-10 gap-x-16 border-t border-rule pt-6 lg:grid lg:grid-cols-[10rem_minmax(0,1fr)]"
        >
          <h2 id={`y${year}`} className="tabular-nums">
            {year}
          </h2>
          <div className="space-y-10 max-lg:mt-4">
            {entries.map((activity) => (
              <ActivityEntry key={activity.slug} activity={activity} locale={locale} />
            ))}
          </div>
        </section>
      ))}
      {activities.length > 0 && (
        <JsonLd
          data={{
            '@type': 'ItemList',
            itemListElement: activities.map((activity, i) => ({
              '@type': 'ListItem',
              position: i + 1,
              item: activityData(activity, locale, `${address}/${activity.slug}`, now),
            })),
          }}
        />
      )}
    </>
  )
}
