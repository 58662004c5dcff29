import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { staffName } from '@/lib/staff/staff-name'
import { files, sourceLocale } from '@/messages/translator'
import type { Petition } from '@/prisma/generated/client'
import { noWords, sameWords } from '../texts/petition-words'
import { isOutdated, type TextState, textState } from '../texts/text-state'

/** The state of a petition's text in one language. */
export interface LanguageState extends TextState {
  /** The last editor. */
  editor: string | null
  outdated: boolean
  /** Saved, but different from what the public reads. */
  unpublished: boolean
}

export interface PetitionForAdmin {
  petition: Petition
  /** Its published title in the reader's language, else that in English; the slug if there is none yet. */
  name: string
  net: number
  /** Those of them on paper sheets. */
  paper: number
  languages: LanguageState[]
}

/** Languages a petition can have, English first. */
export const textLocales = Object.keys(files)

/**
 * A petition with the state of its texts in every language; null if there is none.
 * @param reader the language in which it is named
 */
export async function findForAdmin(
  by: Staff,
  id: string,
  reader: string = sourceLocale,
): Promise<PetitionForAdmin | null> {
  authorise(by, 'petition.read')
  if (!isId(id)) return null
  const row = await db().petition.findUnique({ where: { id }, include: { total: true } })
  if (!row) return null
  const [states, staff] = await Promise.all([
    Promise.all(textLocales.map((locale) => textState(id, locale))),
    db().user.findMany({ select: { id: true, name: true, email: true } }),
  ])
  const { total, ...petition } = row
  const editorOf = (id: string | null) => {
    const found = staff.find((person) => person.id === id)
    return found ? staffName(found) : null
  }
  const local = states.find(({ locale }) => locale === reader)?.published
  const source = states.find(({ locale }) => locale === sourceLocale)
  return {
    petition,
    name: (reader !== sourceLocale && local?.words.title) || source?.words.title || petition.slug,
    net: Number(total?.net ?? 0),
    paper: Number(total?.paper ?? 0),
    languages: states.map((state) => ({
      ...state,
      editor: editorOf(state.editedBy),
      outdated:
        state.revision + (state.published?.version ?? 0) > 0 && isOutdated(state, { revision: source?.revision ?? 0 }),
      unpublished: !sameWords(state.words, state.published?.words ?? noWords),
    })),
  }
}
