import { db } from '@/lib/db'
import { sourceLocale } from '@/messages/translator'

export interface PetitionName {
  id: string
  slug: string
  /**
   * In the reader's language where a text in it is published, else in English: of the newest published text, else of
   * the draft; the slug where neither is written.
   */
  title: string
  /** The language of the title; null for a slug. */
  language: string | null
  isOpen: boolean
}

/**
 * All petitions by their names, drafts included, for lists and choices of the admin area.
 * @param reader the language of the person who reads them
 */
export function listPetitionNames(reader: string): Promise<PetitionName[]> {
  return db().$queryRaw<PetitionName[]>`
    SELECT p.id::text AS id, p.slug, coalesce(text.title, p.slug) AS title, text.locale AS language,
      p.status = 'open' AS "isOpen"
    FROM petition p LEFT JOIN LATERAL (
      SELECT title, locale FROM (
        SELECT title, locale, 1 AS rank, version FROM petition_text
        WHERE petition_id = p.id AND locale IN (${reader}, ${sourceLocale})
        UNION ALL
        SELECT title, locale, 0, revision FROM petition_draft WHERE petition_id = p.id AND locale = ${sourceLocale}
      ) AS written
      WHERE title <> '' ORDER BY rank DESC, locale = ${reader} DESC, version DESC LIMIT 1
    ) AS text ON true
    ORDER BY title, p.slug`
}
