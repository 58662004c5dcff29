import { db, pool } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { sourceLocale } from '@/messages/translator'
import type { PetitionStatus } from '@/prisma/generated/enums'

export interface AdminPetition {
  id: string
  slug: string
  status: PetitionStatus
  goal: number
  net: number
  removed: boolean
  /** Languages that are published. */
  published: string[]
  /** Languages whose text no longer follows the English one. */
  outdated: string[]
}

/** All petitions, drafts and removed ones included: open ones first, then drafts. */
export async function listForAdmin(by: Staff): Promise<AdminPetition[]> {
  authorise(by, 'petition.read')
  const [petitions, languages] = await Promise.all([
    db().petition.findMany({ include: { total: true }, orderBy: [{ createdAt: 'desc' }, { slug: 'asc' }] }),
    listLanguages(),
  ])
  return petitions
    .map(({ id, slug, status, goal, total, removedAt }) => {
      const of = languages.filter((one) => one.petition_id === id)
      const source = of.find(({ locale }) => locale === sourceLocale)?.revision ?? 0
      return {
        id,
        slug,
        status,
        goal,
        net: Number(total?.net ?? 0),
        removed: removedAt !== null,
        published: of.filter(({ version }) => version > 0).map(({ locale }) => locale),
        outdated: of
          .filter((one) => one.locale !== sourceLocale && one.source_revision < source)
          .map(({ locale }) => locale),
      }
    })
    .sort((a, b) => order(a) - order(b))
}

function order({ status, removed }: AdminPetition): number {
  return (removed ? 10 : 0) + ['open', 'draft', 'closed', 'delivered', 'won'].indexOf(status)
}

/**
 * For every petition and language: the newest published version, the newest saved revision, and the source revision it
 * was last matched with.
 */
async function listLanguages() {
  const { rows } = await pool().query<{
    petition_id: string
    locale: string
    version: number
    revision: number
    source_revision: number
  }>(
    `SELECT petition_id, locale, max(version) AS version, max(revision) AS revision, max(source_revision) AS source_revision
     FROM (SELECT petition_id, locale, version, 0 AS revision, 0 AS source_revision FROM petition_text
           UNION ALL SELECT petition_id, locale, 0, revision, source_revision FROM petition_draft) AS each
     GROUP BY petition_id, locale ORDER BY locale`,
  )
  return rows
}
