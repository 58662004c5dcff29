import { lockName } from '@/lib/locks'
import type { Prisma, SiteText } from '@/prisma/generated/client'
import { storedWords } from '../site-texts/find-site-text'
import { isSiteTextKey, siteTexts } from '../site-texts/site-text-fields'
import type { Text, TextOwner } from './entity'

/**
 * The site's own words in one place, such as the home page; null for a place that has none. The places are fixed and
 * each has its own fields. Every change is a new version, and takes a second person.
 */
export function siteText(place: string): TextOwner | null {
  if (!isSiteTextKey(place)) return null
  const { name, fields } = siteTexts[place]
  const wordsOf = ({ words }: SiteText): Text => {
    const stored = storedWords.parse(words)
    return Object.fromEntries(fields.map((field) => [field.name, stored[field.name] ?? null]))
  }
  return {
    name: 'site',
    // No row is shared by all languages, so the lock is on the place itself.
    async lock(tx) {
      await lockName(tx, `site_text ${place}`)
      return name
    },
    texts: {
      fields: [...fields],
      isPublic: async () => true,
      async read(tx, key, locale) {
        const newest = await newestOf(tx, key, locale)
        return newest && wordsOf(newest)
      },
      async versions(tx, key, locale) {
        const rows = await tx.siteText.findMany({ where: { key, locale }, orderBy: { version: 'desc' } })
        return rows.map((row) => ({ version: row.version, publishedAt: row.publishedAt, text: wordsOf(row) }))
      },
      async write(tx, key, locale, words, now) {
        const version = ((await newestOf(tx, key, locale))?.version ?? 0) + 1
        await tx.siteText.create({ data: { key, locale, version, words, publishedAt: now } })
      },
    },
  }
}

function newestOf(tx: Prisma.TransactionClient, key: string, locale: string) {
  return tx.siteText.findFirst({ where: { key, locale }, orderBy: { version: 'desc' } })
}
