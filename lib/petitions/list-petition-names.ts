import { db } from '@/lib/db'
import { sourceLocale } from '@/messages/translator'

export interface PetitionName {
  id: string
  slug: string
  /** In English: of the newest published text, else of the draft; the slug where neither is written. */
  title: string
  isOpen: boolean
}

/** All petitions by their names, drafts included, for lists and choices of the admin area. */
export function listPetitionNames(): Promise<PetitionName[]> {
  return db().$queryRaw<PetitionName[]>`
    SELECT p.id::text AS id, p.slug, coalesce(
      (SELECT nullif(t.title, '') FROM petition_text t WHERE t.petition_id = p.id AND t.locale = ${sourceLocale}
       ORDER BY t.version DESC LIMIT 1),
      (SELECT nullif(d.title, '') FROM petition_draft d WHERE d.petition_id = p.id AND d.locale = ${sourceLocale}), p.slug) AS title,
      p.status = 'open' AS "isOpen"
    FROM petition p ORDER BY title, p.slug`
}
