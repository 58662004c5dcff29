import type { Activity, ActivityText, Document, Letter, Source } from '@/prisma/generated/client'
import { type DocumentView, documentViews } from './documents/document-view'
import type { PartialDate } from './partial-date'
import { type SourceView, sourceViews } from './source-view'
import { textIn } from './text-in'

/** An activity in one language. */
export interface ActivityView {
  slug: string
  happened: PartialDate
  ended: Date | null
  byCoalition: boolean
  /** Anchor of the statement's clause that it answers. */
  answers: string | null
  petitionSlug: string | null
  letterSlug: string | null
  publishedAt: Date
  updatedAt: Date
  sources: SourceView[]
  documents: DocumentView[]
  text: { locale: string; title: string; place: string | null; body: string; doubt: string | null }
}

export type ActivityRow = Activity & {
  texts: ActivityText[]
  sources: Source[]
  documents: Document[]
  letter: Letter | null
}

/** The relations that `activityView` needs. */
export const withActivity = { texts: true, sources: true, documents: true, letter: true } as const

/** @returns null if it is not published or has no text */
export function activityView(row: ActivityRow, locale: string): ActivityView | null {
  const text = textIn(row.texts, locale)
  if (!text || !row.publishedAt) return null
  const { title, place, body, doubt } = text
  const { slug, byCoalition, answers, petitionSlug, publishedAt, updatedAt } = row
  return {
    slug,
    byCoalition,
    answers,
    petitionSlug,
    publishedAt,
    updatedAt,
    happened: {
      on: row.eventOn,
      precision: row.eventPrecision,
    },
    ended: row.eventEndOn,
    letterSlug: row.letter && row.letter.status !== 'draft' ? row.letter.slug : null,
    sources: sourceViews(row.sources),
    documents: documentViews(row.documents),
    text: {
      locale: text.locale,
      title,
      place,
      body,
      doubt,
    },
  }
}
