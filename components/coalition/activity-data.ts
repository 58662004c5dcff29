import type { ActivityView } from '@/lib/coalition/activity-view'
import { isoDate, lastMoment, type PartialDate } from '@/lib/coalition/partial-date'
import { plainText } from '@/lib/text/plain-text'
import type { Locale } from '@/messages/translator'
import { organizationData } from './organization-data'

/**
 * An activity as a schema.org event. `eventStatus` is about plans (scheduled, postponed, cancelled): a past event has
 * none.
 */
export function activityData(activity: ActivityView, locale: Locale, address: string, now: Date) {
  const { happened, ended, text, byCoalition, sources } = activity
  const last: PartialDate = ended ? { on: ended, precision: 'day' } : happened
  return {
    '@type': 'Event',
    name: text.title,
    description: plainText(text.body),
    inLanguage: text.locale,
    startDate: isoDate(happened),
    ...(ended && { endDate: isoDate(last) }),
    ...(lastMoment(last) >= now && { eventStatus: 'https://schema.org/EventScheduled' }),
    ...(text.place && { location: { '@type': 'Place', name: text.place, address: text.place } }),
    ...(byCoalition && { organizer: organizationData(locale) }),
    ...(sources.length > 0 && {
      subjectOf: sources.map(({ name, publisher, author, url, symbol, language, published }) => ({
        '@type': 'CreativeWork',
        name,
        publisher: { '@type': 'Organization', name: publisher },
        ...(author && { author: { '@type': 'Person', name: author } }),
        ...(url && { url }),
        ...(symbol && { identifier: symbol }),
        ...(language && { inLanguage: language }),
        ...(published && { datePublished: isoDate(published) }),
      })),
    }),
    url: address,
  }
}
