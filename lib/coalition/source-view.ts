import type { Source } from '@/prisma/generated/client'
import type { PartialDate } from './partial-date'

/** A source, with its own title and publisher. */
export interface SourceView {
  key: string
  name: string
  publisher: string
  url: string | null
  published: PartialDate | null
}

/** Sources in the order of their publication; undated ones last. */
export function sourceViews(rows: Source[]): SourceView[] {
  return rows.map(sourceView).sort((a, b) => time(a) - time(b) || (a.key < b.key ? -1 : 1))
}

function sourceView({ key, name, publisher, url, publishedOn, publishedPrecision }: Source): SourceView {
  const published = publishedOn && publishedPrecision ? { on: publishedOn, precision: publishedPrecision } : null
  return { key, name, publisher, url, published }
}

function time({ published }: SourceView): number {
  return published?.on.getTime() ?? Number.MAX_SAFE_INTEGER
}
