import { randomUUID } from 'node:crypto'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { kept } from '@/lib/transaction'
import { sourceLocale } from '@/messages/translator'
import type { Prisma } from '@/prisma/generated/client'
import { cleanWords, type PetitionWords, sameWords } from './petition-words'
import { textState } from './text-state'

interface Saving {
  petitionId: string
  locale: string
  words: PetitionWords
  /** Revision that the form showed. */
  expectedVersion: number
  /** Revision of the English text next to it, if the translator says that the translation matches; otherwise null. */
  matches: number | null
  /** The draft conflict that is merged into this text. */
  conflictId: string | null
}

export type SaveResult =
  | { ok: true; revision: number }
  | { ok: false; reason: 'unknown' }
  /** Somebody else has saved since. The text is kept as a draft conflict with this id. */
  | { ok: false; reason: 'changed'; conflictId: string }

/**
 * Saves a text that the public does not see yet. If somebody else saved first, nothing is lost: it is kept as a
 * conflict.
 */
export function saveDraft(by: Staff, saving: Saving, now: Date): Promise<SaveResult> {
  const { petitionId, locale, expectedVersion, conflictId } = saving
  const words = cleanWords(saving.words)
  return staffWrite<SaveResult>(by, 'petition.write', now, async ({ tx, log }) => {
    const petition = await tx.petition.findUnique({ where: { id: petitionId, removedAt: null } })
    if (!petition) return { ok: false, reason: 'unknown' }
    const state = await textState(petitionId, locale, tx)
    const sourceRevision = await matched(tx, saving, state.sourceRevision)
    const same = sameWords(words, state.words)
    // A form posted twice is saved once.
    if (same && (sourceRevision === state.sourceRevision || expectedVersion !== state.revision)) {
      await deleteConflict(tx, by, conflictId)
      return { ok: true, revision: state.revision }
    }
    const row = { petitionId, locale, ...words, editedBy: by.id, editedAt: now }
    const revision = expectedVersion + 1
    const { count } =
      expectedVersion === state.revision
        ? await tx.petitionDraft.createMany({ data: { ...row, revision, sourceRevision }, skipDuplicates: true })
        : { count: 0 }
    if (count === 0) {
      const conflict = await keepConflict(tx, by, saving, words, now)
      return kept<SaveResult>({ ok: false, reason: 'changed', conflictId: conflict })
    }
    await deleteConflict(tx, by, conflictId)
    log('petition.draft', `petition:${petitionId}`, { locale, revision })
    return { ok: true, revision }
  })
}

/** Deletes a draft conflict that its author does not need. */
export function discardDraftConflict(by: Staff, id: string, now: Date): Promise<void> {
  return staffWrite(by, 'petition.write', now, ({ tx }) => deleteConflict(tx, by, id))
}

async function matched(tx: Prisma.TransactionClient, { petitionId, locale, matches }: Saving, before: number) {
  if (locale === sourceLocale || matches === null) return before
  const { revision } = await textState(petitionId, sourceLocale, tx)
  return Math.max(before, Math.min(matches, revision))
}

async function keepConflict(tx: Prisma.TransactionClient, by: Staff, saving: Saving, words: PetitionWords, now: Date) {
  const { petitionId, locale, conflictId } = saving
  const id = randomUUID()
  await deleteConflict(tx, by, conflictId)
  await tx.draftConflict.create({ data: { id, petitionId, locale, ...words, staffId: by.id, createdAt: now } })
  return id
}

async function deleteConflict(tx: Prisma.TransactionClient, by: Staff, id: string | null): Promise<void> {
  if (id) await tx.draftConflict.deleteMany({ where: { id, staffId: by.id } })
}
