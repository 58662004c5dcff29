import { db } from '@/lib/db'
import type { ClausePart } from '@/prisma/generated/enums'
import type { ActivityView } from './activity-view'
import { listActivities } from './list-activities'
import type { LooseDate } from './loose-date'
import { type SourceView, sourceViews } from './source-view'
import { textIn } from './text-in'

export interface ClauseView {
  anchor: string
  part: ClausePart
  locale: string
  title: string
  /** Markdown. */
  body: string
  /** What came of it, the earliest first. */
  answers: ActivityView[]
}

export interface StatementView {
  version: number
  adopted: LooseDate
  /** When it was put on this site. */
  publishedAt: Date
  text: { locale: string; title: string; lead: string; changes: string }
  clauses: ClauseView[]
  sources: SourceView[]
  /** All versions, newest first. */
  versions: { version: number; adopted: LooseDate; title: string; locale: string }[]
}

/** A version of the coalition's statement, by default the newest, or null. */
export async function findStatement(version: number | null, locale: string): Promise<StatementView | null> {
  const rows = await db().statement.findMany({
    where: { publishedAt: { not: null } },
    include: { texts: true, sources: true, clauses: { include: { texts: true }, orderBy: { position: 'asc' } } },
    orderBy: { version: 'desc' },
  })
  const row = version === null ? rows[0] : rows.find((candidate) => candidate.version === version)
  const text = row && textIn(row.texts, locale)
  if (!row?.publishedAt || !text) return null
  const activities = await listActivities(locale)
  return {
    version: row.version,
    adopted: { on: row.adoptedOn, precision: row.adoptedPrecision },
    publishedAt: row.publishedAt,
    text,
    sources: sourceViews(row.sources),
    clauses: row.clauses.flatMap(({ anchor, part, texts }) => {
      const words = textIn(texts, locale)
      if (!words) return []
      const { title, body } = words
      const answers = activities.filter((activity) => activity.answers === anchor)
      return { anchor, part, locale: words.locale, title, body, answers }
    }),
    versions: rows.flatMap(({ version, adoptedOn, adoptedPrecision, texts }) => {
      const words = textIn(texts, locale)
      const adopted = { on: adoptedOn, precision: adoptedPrecision }
      return words ? { version, adopted, title: words.title, locale: words.locale } : []
    }),
  }
}
