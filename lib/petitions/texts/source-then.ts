import { db } from '@/lib/db'
import { sourceLocale } from '@/messages/translator'
import type { Prisma } from '@/prisma/generated/client'
import type { PetitionWords } from './petition-words'
import { publishedText, wordsOf } from './text-state'

/**
 * The English text at a revision: what a translation was last matched with.
 * @returns null if nothing was written yet
 */
export async function sourceThen(
  petitionId: string,
  revision: number,
  tx: Prisma.TransactionClient = db(),
): Promise<PetitionWords | null> {
  const draft = (revision: number) =>
    tx.petitionDraft.findUnique({
      where: { petitionId_locale_revision: { petitionId, locale: sourceLocale, revision } },
    })
  const saved = revision > 0 ? await draft(revision) : null
  if (saved) return wordsOf(saved)
  // Before the first save: what was published by then.
  const first = await draft(1)
  const text = await tx.petitionText.findFirst({
    where: { petitionId, locale: sourceLocale, ...(first ? { publishedAt: { lt: first.editedAt } } : {}) },
    orderBy: { version: 'desc' },
  })
  return text && publishedText(text).words
}
