import { findMailing } from '@/lib/mailings/find-mailing'
import { SOLO_RECIPIENTS } from '@/lib/mailings/send-mailing'
import { findSheet } from '@/lib/paper/find-sheet'
import { requiresApproval } from '@/lib/paper/withdraw-sheet'
import { languageName } from '@/messages/language-name'
import type { Confirmable } from './confirmation'
import { ASKED, count, FOREVER, reason } from './words'

const day = (date: Date) => date.toISOString().slice(0, 10)

export const mailingActs = {
  'send-update': {
    verb: 'update.send',
    async find(staff, id, _, now) {
      const found = await findMailing(staff, id, now)
      const recipients = found?.recipientsNow ?? 0
      if (found?.stage !== 'draft' || found.waiting || recipients === 0 || !found.languages.includes('en')) return null
      const many = recipients > SOLO_RECIPIENTS
      return {
        title: `Send “${found.subject}” to ${count(recipients, 'signer')}?`,
        happens: [
          `Each of the ${count(recipients, 'signer')} who asked for updates gets one email, in ${found.languages.map((locale) => languageName(locale)).join(', ')}; whoever has no text in their language gets the English one.`,
          ...(many ? ['After approval, anyone on the staff has a day to stop it.'] : []),
        ],
        undo: many ? `Nothing happens until a second person approves. ${SENT}` : SENT,
        facts: { revision: found.revision },
        moving: { recipients },
        given: { id, revision: String(found.revision) },
        fields: many ? [reason(true)] : [],
        button: many
          ? `Request approval to send to ${count(recipients, 'signer')}`
          : `Send to ${count(recipients, 'signer')}`,
        back: `/admin/updates/${id}`,
      }
    },
  },
  'discard-other-text': {
    verb: 'update.write',
    /** @param key mailing and language */
    async find(staff, key, _, now) {
      const [id = '', locale = ''] = key.split('.')
      const found = await findMailing(staff, id, now)
      const text = found?.stage === 'draft' ? found.texts.find((one) => one.locale === locale) : null
      if (!text || text.otherBody === null) return null
      const characters = (text.otherSubject ?? '').length + text.otherBody.length
      return {
        title: `Discard the ${languageName(locale)} text that was set aside?`,
        happens: [
          `The ${count(characters, 'character')} that somebody typed while someone else saved are deleted.`,
          'The saved text stays.',
        ],
        undo: FOREVER,
        facts: { characters, revision: text.revision },
        given: { id, locale },
        button: 'Discard this version',
        back: `/admin/updates/${id}`,
      }
    },
  },
  'discard-update': {
    verb: 'update.write',
    async find(staff, id, _, now) {
      const found = await findMailing(staff, id, now)
      if (found?.stage !== 'draft') return null
      return {
        title: `Delete the draft “${found.subject || 'without a subject'}”?`,
        happens: [
          found.languages.length > 0
            ? `Its text in ${count(found.languages.length, 'language')} is deleted: ${found.languages.map((locale) => languageName(locale)).join(', ')}.`
            : 'It holds no text yet.',
        ],
        undo: FOREVER,
        facts: { revision: found.revision, languages: found.languages.join(' ') },
        given: { id, revision: String(found.revision) },
        button: 'Delete draft',
        back: `/admin/updates/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>

const SENT = 'Email that was sent cannot be called back.'

export const sheetActs = {
  'discard-sheet': {
    verb: 'paper.enter',
    async find(staff, id) {
      const sheet = await findSheet(staff, id)
      if (sheet?.state !== 'open') return null
      return {
        title: `Delete the sheet from ${sheet.place}?`,
        happens: [
          `The sheet signed until ${day(sheet.signedOn)}, its scan and who collected it are deleted; nothing of it is counted.`,
          'The same scan can be entered again.',
        ],
        undo: FOREVER,
        facts: { state: sheet.state, round: sheet.round },
        given: { id },
        fields: [reason(true)],
        button: 'Delete sheet',
        back: `/admin/paper/${id}`,
      }
    },
  },
  'withdraw-sheet': {
    verb: 'paper.withdraw',
    async find(staff, id) {
      const sheet = await findSheet(staff, id)
      if (sheet?.state !== 'approved' || sheet.signatures === null) return null
      const { signatures } = sheet
      const asks = requiresApproval(signatures)
      return {
        title: `Withdraw the sheet from ${sheet.place}?`,
        happens: [
          `The count goes down by ${signatures.toLocaleString('en')}.`,
          'The correction is public for ever: the ledger keeps both entries.',
        ],
        undo: asks
          ? `${ASKED} Its scan can be entered and counted again.`
          : `${FOREVER} Its scan can be entered and counted again.`,
        facts: { state: sheet.state, signatures },
        given: { id },
        fields: [reason(true)],
        button: asks ? 'Request withdrawal' : 'Withdraw sheet',
        back: `/admin/paper/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
