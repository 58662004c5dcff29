import type { ActivityView } from '@/lib/coalition/activity-view'
import { listActivities } from '@/lib/coalition/list-activities'
import { dateInWords, datesInWords } from '@/lib/coalition/partial-date'
import { env } from '@/lib/env'
import { plainText } from '@/lib/text/plain-text'
import { type Locale, translator } from '@/messages/translator'

export interface FeedEntry {
  /** Stable when the entry is renamed or changed. */
  id: string
  url: string
  title: string
  /** The date of the event and a description, as plain text. */
  text: string
  locale: string
  /** When it was published on this site, not when it happened. */
  publishedAt: Date
  updatedAt: Date
}

export interface Feed {
  title: string
  description: string
  home: string
  author: string
  updatedAt: Date
  entries: FeedEntry[]
}

/** The entries of the activities feed, latest event first. */
export async function feedOf(locale: Locale): Promise<Feed> {
  const site = env().SITE_URL
  const home = `${site}/${locale}/activities`
  const t = translator(locale, 'activities')
  const activities = (await listActivities(locale)).reverse()
  const entries = activities.map((activity) => entryOf(activity, locale, home, site))
  const newest = Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime()))
  return {
    title: `${translator(locale, 'site')('short')}: ${t('title')}`,
    description: t('lead'),
    author: translator(locale, 'site')('coalition'),
    home,
    entries,
    updatedAt: new Date(newest),
  }
}

function entryOf(
  { slug, text, happened, ended, publishedAt, updatedAt }: ActivityView,
  locale: Locale,
  home: string,
  site: string,
) {
  const when = ended ? datesInWords(happened, ended, locale) : dateInWords(happened, locale)
  const parts = [when, text.place, plainText(text.body), text.doubt]
  return {
    id: `tag:${new URL(site).hostname},2026:activity/${slug}/${locale}`,
    url: `${home}/${slug}`,
    title: text.title,
    text: parts.filter(Boolean).join('\n\n'),
    locale: text.locale,
    publishedAt,
    updatedAt: updatedAt > publishedAt ? updatedAt : publishedAt,
  }
}
