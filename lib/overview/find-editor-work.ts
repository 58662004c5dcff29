import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { sourceLocale } from '@/messages/translator'

/** A petition with texts that need an editor. */
export interface TextWork {
  id: string
  slug: string
  /** Languages with saved changes that are not published. */
  unpublished: string[]
  /** Languages whose text is older than the English one. */
  outdated: string[]
}

export interface MailingWork {
  id: string
  subject: string
  stage: 'draft' | 'stopped'
}

/** Maximum number of mailings listed here; their own list has the rest. */
const MAX_MAILINGS = 5

/** Lists editors' work that is in no queue: texts to publish or to update, and unfinished mailings. */
export async function findEditorWork(by: Staff): Promise<{ texts: TextWork[]; mailings: MailingWork[] }> {
  authorise(by, 'petition.write')
  authorise(by, 'update.write')
  const [texts, mailings] = await Promise.all([listTexts(), listMailings()])
  return { texts, mailings }
}

/** Lists up to 20 petitions that have not ended, open ones first. */
function listTexts(): Promise<TextWork[]> {
  return db().$queryRaw<TextWork[]>`
    WITH saved AS (
      SELECT DISTINCT ON (petition_id, locale) petition_id, locale, revision, source_revision,
        (title, call, addressee, asks, body, story) AS words
      FROM petition_draft ORDER BY petition_id, locale, revision DESC
    ), published AS (
      SELECT DISTINCT ON (petition_id, locale) petition_id, locale,
        (title, call, addressee, array_to_string(asks, E'\n'), body, coalesce(story, '')) AS words
      FROM petition_text ORDER BY petition_id, locale, version DESC
    ), state AS (
      SELECT petition_id, locale,
        saved.words IS NOT NULL AND saved.words IS DISTINCT FROM published.words AS unpublished,
        locale <> ${sourceLocale} AND coalesce(saved.source_revision, 0) < coalesce(english.revision, 0) AS outdated
      FROM saved FULL JOIN published USING (petition_id, locale)
        LEFT JOIN (SELECT petition_id, revision FROM saved WHERE locale = ${sourceLocale}) AS english USING (petition_id)
    )
    SELECT p.id::text AS id, p.slug,
      coalesce(array_agg(locale ORDER BY locale) FILTER (WHERE unpublished), '{}') AS unpublished,
      coalesce(array_agg(locale ORDER BY locale) FILTER (WHERE outdated), '{}') AS outdated
    FROM petition p JOIN state ON state.petition_id = p.id AND (unpublished OR outdated)
    WHERE p.removed_at IS NULL AND p.status IN ('draft', 'open', 'closed')
    GROUP BY p.id ORDER BY p.status = 'open' DESC, p.created_at DESC LIMIT 20`
}

async function listMailings(): Promise<MailingWork[]> {
  const rows = await db().mailing.findMany({
    where: { stage: { in: ['draft', 'stopped'] } },
    orderBy: { createdAt: 'desc' },
    take: MAX_MAILINGS,
    select: { id: true, stage: true, texts: { where: { subject: { not: '' } }, orderBy: { locale: 'asc' } } },
  })
  return rows.map(({ id, stage, texts }) => {
    const text = texts.find(({ locale }) => locale === sourceLocale) ?? texts[0]
    return { id, subject: text?.subject ?? '', stage: stage === 'stopped' ? 'stopped' : 'draft' }
  })
}
