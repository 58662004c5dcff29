import { db } from '@/lib/db'
import type { Statement } from '@/prisma/generated/client'
import type { ClausePart } from '@/prisma/generated/enums'
import type { ActivityView } from './activity-view'
import { listActivities } from './list-activities'
import type { PartialDate } from './partial-date'
import { findPrintedPage, type PrintedPage } from './printed-pages/printed-pages'
import { type SourceView, sourceViews } from './source-view'
import { textIn } from './text-in'

export interface ClauseView {
  anchor: string
  part: ClausePart
  locale: string
  title: string
  /** Markdown. */
  body: string
  /** Activities that answer it, the earliest first. */
  answers: ActivityView[]
}

export interface StatementView {
  version: number
  /** When the coalition adopted it; null if it adopted no such text. */
  adopted: PartialDate | null
  /** When the site's editors wrote this summary; null for the coalition's own words. */
  summarized: Date | null
  /** When it was published here. */
  publishedAt: Date
  text: { locale: string; title: string; lead: string; changes: string }
  clauses: ClauseView[]
  sources: SourceView[]
  /** The page as a PDF, once `npm run print-pages` has made it. */
  pdf: PrintedPage | null
  /** All versions, newest first. */
  versions: { version: number; dated: PartialDate | null; title: string; locale: string }[]
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
  const pdf = await findPrintedPage(`/${locale}/statement/${row.version}`, row.version)
  return {
    version: row.version,
    adopted: adoptedOf(row),
    summarized: row.summarizedOn,
    publishedAt: row.publishedAt,
    text,
    sources: sourceViews(row.sources),
    pdf,
    clauses: row.clauses.flatMap(({ anchor, part, texts }) => {
      const words = textIn(texts, locale)
      if (!words) return []
      const { title, body } = words
      const answers = activities.filter((activity) => activity.answers === anchor)
      return { anchor, part, locale: words.locale, title, body, answers }
    }),
    versions: rows.flatMap((other) => {
      const words = textIn(other.texts, locale)
      const { version, summarizedOn } = other
      const dated = adoptedOf(other) ?? (summarizedOn && { on: summarizedOn, precision: 'year' as const })
      return words ? { version, dated, title: words.title, locale: words.locale } : []
    }),
  }
}

function adoptedOf({ adoptedOn, adoptedPrecision }: Statement): PartialDate | null {
  return adoptedOn && adoptedPrecision ? { on: adoptedOn, precision: adoptedPrecision } : null
}
