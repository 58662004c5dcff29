import type { Petition, PetitionText, PetitionTotal } from '@/prisma/generated/client'

/** The language that every petition has, and that stands in where a translation is missing. */
export const sourceLocale = 'en'

/** A published petition as readers see it, in one language. */
export interface PetitionView {
  id: string
  slug: string
  status: 'open' | 'closed' | 'won' | 'delivered'
  goal: number
  openedAt: Date
  closedAt: Date | null
  wonAt: Date | null
  deliveredAt: Date | null
  text: {
    /** Differs from the language asked for where there is no translation. */
    locale: string
    version: number
    title: string
    call: string
    addressee: string
    asks: string[]
    /** Markdown. */
    body: string
    /** Markdown. */
    story: string | null
    /** Hex. */
    sha256: string
  }
  /** Net signatures in the ledger. */
  count: number
  /** Those of the count that were made on paper. */
  paper: number
  asOf: Date
}

export type PetitionRow = Petition & { texts: PetitionText[]; total: PetitionTotal | null }

/** @returns null for a draft, or where no text has been published */
export function petitionView(row: PetitionRow, locale: string): PetitionView | null {
  const text = newest(row.texts, locale) ?? newest(row.texts, sourceLocale)
  if (row.status === 'draft' || !row.openedAt || !text) return null
  const { title, call, addressee, asks, body, story, version } = text
  return {
    id: row.id,
    slug: row.slug,
    status: row.status,
    goal: row.goal,
    openedAt: row.openedAt,
    closedAt: row.closedAt,
    wonAt: row.wonAt,
    deliveredAt: row.deliveredAt,
    text: {
      locale: text.locale,
      version,
      title,
      call,
      addressee,
      asks,
      body,
      story,
      sha256: Buffer.from(text.sha256).toString('hex'),
    },
    count: Number(row.total?.net ?? 0),
    paper: Number(row.total?.paper ?? 0),
    asOf: row.total?.asOf ?? row.openedAt,
  }
}

function newest(texts: PetitionText[], locale: string): PetitionText | undefined {
  return texts.filter((text) => text.locale === locale).sort((a, b) => b.version - a.version)[0]
}
