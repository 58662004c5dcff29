import { findEditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { readWhole } from '@/lib/input/whole-number'
import type { Staff } from '@/lib/staff/staff'
import type { Confirmable } from './confirmation'
import { count, FOREVER, reason } from './words'

/** A draft of the statement, by its version. */
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
        title: `Publish version ${version} of the statement?`,
        happens: [
          `Its ${count(clauses.length, 'clause')} in ${count(locales.length, 'language')} are the statement that everybody reads.`,
          summary
            ? 'Marked as a summary by the editors of this site; it will be cited as theirs.'
            : 'Marked as adopted by the coalition in these words, on the day of publication.',
        ],
        undo: 'Nothing happens until a second person approves. A published version is never changed or taken away: a mistake is corrected by the next one.',
        facts: { words, summary: String(summary) },
        given: { version: String(version) },
        fields: [reason(false, 'why', 300)],
        button: `Request publication of version ${version}`,
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
        title: `Discard the draft of version ${version}?`,
        happens: [
          `Its ${count(clauses.length, 'clause')} in ${count(locales.length, 'language')} are deleted, with all that colleagues wrote in it.`,
          'Published versions stay.',
        ],
        undo: FOREVER,
        facts: { words, clauses: clauses.length },
        given: { version: String(version), words },
        button: 'Discard draft',
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
        title: `Remove the clause “${clause.title || anchor}”?`,
        happens: [
          `Its text in ${count(clause.locales.length, 'language')} is deleted from this draft.`,
          'Earlier versions keep it.',
        ],
        undo: FOREVER,
        facts: { words: clause.words },
        given: { version, anchor, words: clause.words },
        button: 'Remove clause',
        back: page(draft.version),
      }
    },
  },
} satisfies Record<string, Confirmable>
