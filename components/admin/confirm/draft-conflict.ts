import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { listDraftConflicts } from '@/lib/petitions/texts/list-draft-conflicts'
import { languageName } from '@/messages/language-name'
import type { Confirmable } from './confirmation'
import { count, FOREVER } from './words'

export const draftConflictActs = {
  'discard-my-text': {
    verb: 'petition.write',
    /** @param key petition, language and kept text */
    async find(staff, key) {
      const [petitionId = '', locale = '', id = ''] = key.split('.')
      const found = await findForAdmin(staff, petitionId)
      const text = found?.languages.find((one) => one.locale === locale)
      const mine = text && (await listDraftConflicts(staff, petitionId, locale)).find((one) => one.id === id)
      if (!found || !mine) return null
      const characters = Object.values(mine.words).join('').length
      return {
        title: `Discard your text of “${found.name}” in ${languageName(locale)}?`,
        happens: [
          `The ${count(characters, 'character')} that you typed are deleted.`,
          `The text that ${text.editor ?? 'someone else'} saved stays.`,
        ],
        undo: FOREVER,
        facts: { characters, revision: text.revision },
        given: { id: petitionId, locale, conflict: id },
        button: 'Discard my text',
        back: `/admin/petitions/${petitionId}/texts/${locale}?conflict=${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
