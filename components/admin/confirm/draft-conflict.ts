import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { listDraftConflicts } from '@/lib/petitions/texts/list-draft-conflicts'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { languageName } from '../display-names'
import { t } from '../words'
import type { Confirmable } from './confirmation'
import { forever } from './words'

export const draftConflictActs = {
  'discard-my-text': {
    verb: 'petition.write',
    /** @param key petition, language and id of the conflicting text */
    async find(staff, key) {
      const [petitionId = '', locale = '', id = ''] = key.split('.')
      const found = await findForAdmin(staff, petitionId, readerLanguage())
      const text = found?.languages.find((one) => one.locale === locale)
      const mine = text && (await listDraftConflicts(staff, petitionId, locale)).find((one) => one.id === id)
      if (!found || !mine) return null
      const characters = Object.values(mine.words).join('').length
      const editor = text.editor ?? t('confirm.someoneElse')
      return {
        title: t('confirm.discardYourTextOf', { name: found.name, language: languageName(locale) }),
        happens: [t('confirm.theThatYouTyped', { characters }), t('confirm.theTextThatSaved', { editor })],
        undo: forever(),
        facts: { characters, revision: text.revision },
        given: { id: petitionId, locale, conflict: id },
        button: t('confirm.discardMyText'),
        back: `/admin/petitions/${petitionId}/texts/${locale}?conflict=${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
