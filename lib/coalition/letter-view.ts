import type { Letter, LetterText } from '@/prisma/generated/client'
import type { PartialDate } from './partial-date'
import { textIn } from './text-in'

/** A letter in one language. */
export interface LetterView {
  id: string
  slug: string
  status: 'open' | 'sent'
  dated: PartialDate
  updatedAt: Date
  text: {
    locale: string
    version: number
    title: string
    addressee: string
    summary: string
    /** Markdown. */
    body: string
    signersNote: string | null
    /** About its co-signers, beside the petition that calls for the same. */
    callNote: string | null
    publishedAt: Date
  }
}

/** @returns null for a draft, or if there is no text */
export function letterView(row: Letter & { texts: LetterText[] }, locale: string): LetterView | null {
  const text = textIn(row.texts, locale)
  if (row.status === 'draft' || !text) return null
  const { letterId: _, ...words } = text
  const dated = { on: row.datedOn, precision: row.datedPrecision }
  return { id: row.id, slug: row.slug, status: row.status, dated, updatedAt: row.updatedAt, text: words }
}
