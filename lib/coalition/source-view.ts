import type { Source } from '@/prisma/generated/client'
import type { PartialDate } from './partial-date'

/** A source, with its own title and publisher. */
export interface SourceView {
  key: string
  name: string
  publisher: string
  author: string | null
  url: string | null
  /** Of a document of the United Nations. */
  symbol: string | null
  language: string | null
  published: PartialDate | null
  /** SHA-256, in hex, of the copy that the editors read. */
  readSha256: string | null
}

/** Sources in the order of their publication; undated ones last. */
export function sourceViews(rows: Source[]): SourceView[] {
  return rows.map(sourceView).sort((a, b) => time(a) - time(b) || (a.key < b.key ? -1 : 1))
}

function sourceView({ publishedOn, publishedPrecision, ...source }: Source): SourceView {
  const published = publishedOn && publishedPrecision ? { on: publishedOn, precision: publishedPrecision } : null
  return { ...source, published }
}

function time({ published }: SourceView): number {
  return published?.on.getTime() ?? Number.MAX_SAFE_INTEGER
}
