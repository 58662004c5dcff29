import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'
import { sourceLocale } from '../petition-view'
import { cleanWords, type PetitionWords, sameWords } from './petition-words'
import { textState } from './text-state'

interface Saving {
  petitionId: string
  locale: string
  words: PetitionWords
  /** Revision that the form showed. */
  seen: number
  /** Revision of the English words that stood beside it, if the translator says that it says the same; else null. */
  matches: number | null
  /** What was set aside and is part of these words by now. */
  aside: string | null
}

export type SaveResult =
  | { ok: true; revision: number }
  | { ok: false; reason: 'unknown' }
  /** Somebody else saved in between. What was typed is set aside under this id. */
  | { ok: false; reason: 'changed'; aside: string }

/** Saves words that nobody outside sees yet. Whoever saves second loses nothing: theirs is set aside. */
export function saveDraft(by: Staff, saving: Saving, now: Date): Promise<SaveResult> {
  authorise(by, 'petition.write')
  const { petitionId, locale, seen, aside } = saving
  const words = cleanWords(saving.words)
  return db().$transaction(async (tx) => {
    const petition = await tx.petition.findUnique({ where: { id: petitionId, removedAt: null } })
    if (!petition) return { ok: false, reason: 'unknown' }
    const state = await textState(petitionId, locale, tx)
    const sourceRevision = await matched(tx, saving, state.sourceRevision)
    const same = sameWords(words, state.words)
    // The same form posted twice is saved once.
    if (same && (sourceRevision === state.sourceRevision || seen !== state.revision)) {
      await forgetAside(tx, by, aside)
      return { ok: true, revision: state.revision }
    }
    const row = { petitionId, locale, ...words, editedBy: by.id, editedAt: now }
    const revision = seen + 1
    const { count } =
      seen === state.revision
        ? await tx.petitionDraft.createMany({ data: { ...row, revision, sourceRevision }, skipDuplicates: true })
        : { count: 0 }
    if (count === 0) return { ok: false, reason: 'changed', aside: await setAside(tx, by, saving, words, now) }
    await forgetAside(tx, by, aside)
    const detail = { locale, revision }
    await audit(tx, { by, verb: 'petition.draft', subject: `petition:${petitionId}`, detail }, now)
    return { ok: true, revision }
  })
}

/** Throws away what was set aside. */
export async function discardDraftConflict(by: Staff, id: string): Promise<void> {
  authorise(by, 'petition.write')
  await forgetAside(db(), by, id)
}

async function matched(tx: Prisma.TransactionClient, { petitionId, locale, matches }: Saving, before: number) {
  if (locale === sourceLocale || matches === null) return before
  const { revision } = await textState(petitionId, sourceLocale, tx)
  return Math.max(before, Math.min(matches, revision))
}

async function setAside(tx: Prisma.TransactionClient, by: Staff, saving: Saving, words: PetitionWords, now: Date) {
  const { petitionId, locale, aside } = saving
  const id = randomUUID()
  await forgetAside(tx, by, aside)
  await tx.draftConflict.create({ data: { id, petitionId, locale, ...words, staffId: by.id, setAsideAt: now } })
  return id
}

async function forgetAside(tx: Prisma.TransactionClient, by: Staff, id: string | null): Promise<void> {
  if (id) await tx.draftConflict.deleteMany({ where: { id, staffId: by.id } })
}
