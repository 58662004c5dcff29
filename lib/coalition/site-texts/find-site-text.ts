import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { db } from '@/lib/db'
import { sourceLocale } from '@/messages/translator'
import type { SiteText } from '@/prisma/generated/client'
import { type SiteTextField, type SiteTextKey, siteTexts } from './site-text-fields'

export interface SiteTextView<Key extends SiteTextKey> {
  /** The language of the words: English where those of the language asked for are missing. */
  locale: string
  version: number
  publishedAt: Date
  words: Record<SiteTextField<Key>, string | null>
}

/** The words of a row, by field; a field that it does not have is absent. */
export const storedWords = z.record(z.string(), z.string().nullable())

/** The newest words of a place in one language, else in English; null where it has none. */
export async function findSiteText<Key extends SiteTextKey>(
  key: Key,
  locale: string,
): Promise<SiteTextView<Key> | null> {
  const rows = await db().siteText.findMany({
    where: { key, locale: { in: [locale, sourceLocale] } },
    orderBy: { version: 'desc' },
    distinct: ['locale'],
  })
  const view = (row: SiteText | undefined) => row && viewOf(key, row)
  const own = view(rows.find((row) => row.locale === locale))
  return own ?? view(rows.find((row) => row.locale === sourceLocale)) ?? null
}

/** In ms: as long as public pages are kept. */
const RECENT = 3_000

/** `found` apart: a place without words is remembered too. */
const recent = new LRUCache<string, { found: SiteTextView<'share'> | null }>({
  max: 100,
  ttl: RECENT,
  fetchMethod: async (locale) => ({ found: await findSiteText('share', locale) }),
})

/**
 * The words to share as they were at most three seconds ago: for pages of which everybody opens their own. However many
 * come at once, they are read once.
 */
export async function recentShareText(locale: string): Promise<SiteTextView<'share'> | null> {
  return (await recent.fetch(locale))?.found ?? null
}

/** @returns nothing for a version without words: they were taken off the site */
function viewOf<Key extends SiteTextKey>(key: Key, row: SiteText): SiteTextView<Key> | undefined {
  const stored = storedWords.parse(row.words)
  const entries = siteTexts[key].fields.map(({ name }) => [name, stored[name] ?? null] as const)
  if (entries.every(([, text]) => text === null)) return undefined
  const words = Object.fromEntries(entries) as SiteTextView<Key>['words']
  return { locale: row.locale, version: row.version, publishedAt: row.publishedAt, words }
}
