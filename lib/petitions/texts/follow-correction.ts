import { files, sourceLocale } from '@/messages/translator'
import type { Prisma } from '@/prisma/generated/client'
import { type PetitionWords, sameWords } from './petition-words'
import { sourceThen } from './source-then'
import { textState } from './text-state'

interface Correction {
  petitionId: string
  locale: string
  /** Revision of the corrected text. */
  expectedVersion: number
  /** Staff id: who says that the meaning is the same. */
  by: string
}

/**
 * Slips in the English text are mended, and its meaning is the same: the translations that followed it until now follow
 * it still. Those that were out of date before stay so.
 * @param before the English words as they were published until now
 */
export async function followCorrection(
  tx: Prisma.TransactionClient,
  { petitionId, locale, expectedVersion, by }: Correction,
  before: PetitionWords,
  now: Date,
): Promise<void> {
  if (locale !== sourceLocale) return
  for (const locale of Object.keys(files).filter((one) => one !== sourceLocale)) {
    const { words, revision, sourceRevision, published } = await textState(petitionId, locale, tx)
    if ((revision === 0 && !published) || sourceRevision >= expectedVersion) continue
    const followed = await sourceThen(petitionId, sourceRevision, tx)
    if (!followed || !sameWords(followed, before)) continue
    const key = { petitionId, locale, revision: Math.max(revision, 1) }
    const create = { ...key, ...words, sourceRevision: expectedVersion, editedBy: by, editedAt: now }
    const where = { petitionId_locale_revision: key }
    // In place: a translator who is writing at this moment is in nobody's way.
    await tx.petitionDraft.upsert({ where, create, update: { sourceRevision: expectedVersion } })
  }
}
