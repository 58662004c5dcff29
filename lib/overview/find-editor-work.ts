import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { sourceLocale } from '@/messages/translator'

/** A petition with texts that an editor has still to see to. */
export interface TextWork {
  id: string
  slug: string
  /** Languages in which something is saved that the public does not read. */
  unpublished: string[]
  /** Languages whose text no longer follows the English. */
  outdated: string[]
}

export interface MailingWork {
  id: string
  subject: string
  stage: 'draft' | 'stopped'
}

/** Mailings listed at most; older ones are in their own list. */
const MAX_MAILINGS = 5

/** What waits for an editor and is in no queue: texts to publish or to follow up, and mailings not finished. */
export async function findEditorWork(by: Staff): Promise<{ texts: TextWork[]; mailings: MailingWork[] }> {
  authorise(by, 'petition.write')
  authorise(by, 'update.write')
  const [texts, mailings] = await Promise.all([listTexts(), listMailings()])
  return { texts, mailings }
}

/** Those that the public reads or will: of petitions that ended, nothing waits. */
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
