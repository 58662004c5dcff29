import { db } from '@/lib/db'
import { type Locale, locales, sourceLocale } from '@/messages/translator'

/** A petition's title as a picture in one language shows it. */
export interface PictureTitle {
  petitionId: string
  slug: string
  /** Of the picture. */
  locale: Locale
  title: string
  /** Of the title: English stands in where it is not translated. */
  language: string
}

/** The languages that have pictures. */
export const pictured: readonly Locale[] = locales.filter((locale) => locale !== 'ar-XB')

/**
 * The titles of petitions in view, the newest petition first.
 * @param asked.all those drawn already too
 */
export function findTitles({ of = pictured, all = false }: { of?: readonly Locale[]; all?: boolean } = {}) {
  const shown = of.filter((locale) => pictured.includes(locale))
  return db().$queryRaw<PictureTitle[]>`
    SELECT p.id::text AS "petitionId", p.slug, l.locale, text.title, text.locale AS language
    FROM petition p
    CROSS JOIN unnest(${shown}::text[]) AS l(locale)
    CROSS JOIN LATERAL (SELECT x.title, x.locale FROM petition_text x
      WHERE x.petition_id = p.id AND x.locale IN (l.locale, ${sourceLocale})
      ORDER BY (x.locale = l.locale) DESC, x.version DESC LIMIT 1) text
    LEFT JOIN share_plate plate ON plate.petition_id = p.id AND plate.locale = l.locale AND plate.title = text.title
    WHERE p.status <> 'draft' AND p.removed_at IS NULL AND (${all} OR plate.petition_id IS NULL)
    ORDER BY p.opened_at DESC, array_position(${shown}::text[], l.locale)`
}
