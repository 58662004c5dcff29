import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type SiteTextKey, siteTextKeys } from './site-text-fields'

/** Every place with words of its own, and the languages in which it has any. */
export async function listSiteTexts(by: Staff): Promise<{ key: SiteTextKey; locales: string[] }[]> {
  authorise(by, 'coalition.read')
  const rows = await db().siteText.findMany({ distinct: ['key', 'locale'], select: { key: true, locale: true } })
  return siteTextKeys.map((key) => ({
    key,
    locales: rows.filter((row) => row.key === key).map(({ locale }) => locale),
  }))
}
