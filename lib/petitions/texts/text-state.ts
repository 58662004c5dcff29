import { db } from '@/lib/db'
import { sourceLocale } from '@/messages/translator'
import type { Prisma } from '@/prisma/generated/client'
import { noWords, type PetitionWords } from './petition-words'

/** A petition's text in one language as staff see it. */
export interface TextState {
  locale: string
  /** The saved words; otherwise the published ones; otherwise empty. */
  words: PetitionWords
  /** The number of saves; 0: none yet. */
  revision: number
  /** The revision of the English text that a translation matches. */
  sourceRevision: number
  /** Staff id. */
  editedBy: string | null
  editedAt: Date | null
  /** The version that the public reads. */
  published: PublishedText | null
}

export interface PublishedText {
  version: number
  words: PetitionWords
  /** Hex. */
  sha256: string
  publishedAt: Date
}

/** The state of a petition's text in one language. */
export async function textState(
  petitionId: string,
  locale: string,
  tx: Prisma.TransactionClient = db(),
): Promise<TextState> {
  const newest = { where: { petitionId, locale }, take: 1 }
  const [draft] = await tx.petitionDraft.findMany({ ...newest, orderBy: { revision: 'desc' } })
  const [text] = await tx.petitionText.findMany({ ...newest, orderBy: { version: 'desc' } })
  const published = text ? publishedText(text) : null
  return {
    locale,
    words: draft ? wordsOf(draft) : (published?.words ?? noWords),
    revision: draft?.revision ?? 0,
    sourceRevision: draft?.sourceRevision ?? 0,
    editedBy: draft?.editedBy ?? null,
    editedAt: draft?.editedAt ?? null,
    published,
  }
}

/** Whether the English text has changed since a translation was last matched with it. */
export function isOutdated(translation: Pick<TextState, 'locale' | 'sourceRevision'>, source: { revision: number }) {
  return translation.locale !== sourceLocale && translation.sourceRevision < source.revision
}

/** A published version, with its demands as lines. */
export function publishedText(row: {
  version: number
  title: string
  call: string
  addressee: string
  asks: string[]
  body: string
  story: string | null
  sha256: Uint8Array
  publishedAt: Date
}): PublishedText {
  const { version, title, call, addressee, asks, body, story, sha256, publishedAt } = row
  const words = { title, call, addressee, asks: asks.join('\n'), body, story: story ?? '' }
  return { version, words, sha256: Buffer.from(sha256).toString('hex'), publishedAt }
}

/** The text fields of a row. */
export function wordsOf({ title, call, addressee, asks, body, story }: PetitionWords): PetitionWords {
  return { title, call, addressee, asks, body, story }
}
