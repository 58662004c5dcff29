import { sourceLocale } from '@/messages/translator'
import type { Petition, PetitionText, PetitionTotal } from '@/prisma/generated/client'
import type { NextAct } from '@/prisma/generated/enums'
import { publicMoment } from './as-of'

/** A published petition as readers see it, in one language. */
export interface PetitionView {
  id: string
  slug: string
  status: 'open' | 'closed' | 'won' | 'delivered'
  goal: number
  /** The act that a signer is asked for next. */
  nextAct: NextAct
  openedAt: Date
  /** The last day to sign (UTC), if scheduled; for an open petition only. */
  closesOn: Date | null
  closedAt: Date | null
  wonAt: Date | null
  deliveredAt: Date | null
  /** False for a signer of a petition that was unpublished. */
  inView: boolean
  text: {
    /** Differs from the requested language if there is no translation. */
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
    publishedAt: Date
    /** Whether it is the newest version in its language; not so for a signer who sees an older one. */
    newest: boolean
  }
  /** Net signatures in the ledger. */
  count: number
  /** The number of signatures of the count that were made on paper. */
  paper: number
  /** When the count last moved, rounded down (`publicMoment`). */
  asOf: Date
}

export type PetitionRow = Petition & { texts: PetitionText[]; total: PetitionTotal | null }

/**
 * @param signed hash of the text that somebody signed: they see that text, even of an unpublished petition
 * @returns null for a draft, an unpublished petition, or if no text is published
 */
export function petitionView(row: PetitionRow, locale: string, signed?: Uint8Array): PetitionView | null {
  const text =
    row.texts.find(({ sha256 }) => signed && Buffer.compare(sha256, signed) === 0) ??
    newest(row.texts, locale) ??
    newest(row.texts, sourceLocale)
  if (row.status === 'draft' || !row.openedAt || !text || (row.removedAt && !signed)) return null
  const { title, call, addressee, asks, body, story, version, publishedAt } = text
  return {
    id: row.id,
    slug: row.slug,
    status: row.status,
    goal: row.goal,
    nextAct: row.nextAct,
    openedAt: row.openedAt,
    closesOn: row.status === 'open' ? row.closesOn : null,
    closedAt: row.closedAt,
    wonAt: row.wonAt,
    deliveredAt: row.deliveredAt,
    inView: row.removedAt === null,
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
      publishedAt,
      newest: newest(row.texts, text.locale) === text,
    },
    count: Number(row.total?.net ?? 0),
    paper: Number(row.total?.paper ?? 0),
    asOf: publicMoment(row.total?.asOf ?? row.openedAt),
  }
}

function newest(texts: PetitionText[], locale: string): PetitionText | undefined {
  return texts.filter((text) => text.locale === locale).sort((a, b) => b.version - a.version)[0]
}
