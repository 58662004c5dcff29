import { findEditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { readWhole } from '@/lib/input/whole-number'
import type { Staff } from '@/lib/staff/staff'
import { t } from '../words'
import type { Confirmable } from './confirmation'
import { forever, reason } from './words'

/** Finds a draft of the statement by its version. */
async function draftOf(staff: Staff, version: string) {
  const number = readWhole(version, 9_999)
  const found = number === null ? null : await findEditableStatement(staff, number)
  return found?.publishedAt === null ? found : null
}

const page = (version: number) => `/admin/coalition/statement?version=${version}`

export const statementActs = {
  'publish-statement': {
    verb: 'coalition.publish',
    async find(staff, key) {
      const draft = await draftOf(staff, key)
      if (!draft) return null
      const { version, clauses, summary, words, locales } = draft
      return {
        title: t('confirm.publishVersionOfThe', { version }),
        happens: [
          t('confirm.itsInAreThe', { clauses: clauses.length, locales: locales.length }),
          summary ? t('confirm.markedAsASummary') : t('confirm.markedAsAdoptedBy'),
        ],
        undo: t('confirm.nothingHappensUntilASecondPersonApprovesA'),
        facts: { words, summary: String(summary) },
        given: { version: String(version) },
        fields: [reason(false, 'why', 300)],
        button: t('confirm.requestPublicationOfVersion', { version }),
        ordinary: true,
        back: page(version),
      }
    },
  },
  'discard-statement': {
    verb: 'coalition.write',
    async find(staff, key) {
      const draft = await draftOf(staff, key)
      if (!draft) return null
      const { version, clauses, words, locales } = draft
      return {
        title: t('confirm.discardTheDraftOf', { version }),
        happens: [
          t('confirm.itsInAreDeleted', { clauses: clauses.length, locales: locales.length }),
          t('confirm.publishedVersionsStay'),
        ],
        undo: forever(),
        facts: { words, clauses: clauses.length },
        given: { version: String(version), words },
        button: t('confirm.discardDraft'),
        back: page(version),
      }
    },
  },
  'remove-clause': {
    verb: 'coalition.write',
    async find(staff, key) {
      const [version = '', ...rest] = key.split('.')
      const draft = await draftOf(staff, version)
      const anchor = rest.join('.')
      const clause = draft?.clauses.find((one) => one.anchor === anchor)
      if (!draft || !clause) return null
      return {
        title: t('confirm.removeTheClause', { title: clause.title || anchor }),
        happens: [t('confirm.itsTextInIs', { locales: clause.locales.length }), t('confirm.earlierVersionsKeepIt')],
        undo: forever(),
        facts: { words: clause.words },
        given: { version, anchor, words: clause.words },
        button: t('confirm.removeClause'),
        back: page(draft.version),
      }
    },
  },
} satisfies Record<string, Confirmable>
