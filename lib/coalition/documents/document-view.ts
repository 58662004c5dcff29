import type { Document } from '@/prisma/generated/client'
import type { PartialDate } from '../partial-date'

/** A document of the coalition's own, without its file. */
export interface DocumentView extends Pick<Document, 'slug' | 'title' | 'language' | 'type' | 'size' | 'sha256'> {
  dated: PartialDate
}

/** Documents, newest first. */
export function documentViews(rows: Document[]): DocumentView[] {
  return rows
    .map(documentView)
    .sort((a, b) => b.dated.on.getTime() - a.dated.on.getTime() || (a.slug < b.slug ? -1 : 1))
}

function documentView({ slug, title, language, type, size, sha256, datedOn, datedPrecision }: Document): DocumentView {
  return { slug, title, language, type, size, sha256, dated: { on: datedOn, precision: datedPrecision } }
}
