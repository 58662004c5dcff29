import { MAX_COUNTED } from '@/lib/input/max-counted'
import { checkMailing } from '@/lib/mailings/checklist'
import { findMailing } from '@/lib/mailings/find-mailing'
import { countRecipients } from '@/lib/mailings/recipients'
import { SOLO_RECIPIENTS } from '@/lib/mailings/solo-mailing'
import { findSheet } from '@/lib/paper/find-sheet'
import { requiresApproval } from '@/lib/paper/withdraw-sheet'
import { languageName } from '../display-names'
import { languagesInWords } from '../languages-in-words'
import { t } from '../words'
import type { Confirmable } from './confirmation'
import { forever, reason } from './words'

const day = (date: Date) => date.toISOString().slice(0, 10)

export const mailingActs = {
  'send-update': {
    verb: 'update.send',
    async find(staff, id, _, now) {
      const found = await findMailing(staff, id, now)
      if (found?.stage !== 'draft' || found.waiting || !found.recipientsNow || !found.languages.includes('en'))
        return null
      // The sender is told the exact number.
      const recipients =
        found.recipientsNow > MAX_COUNTED ? await countRecipients(found.petitionId, now) : found.recipientsNow
      const many = recipients > SOLO_RECIPIENTS
      const { missing, testedAt, changedSince } = await checkMailing(staff, found, now)
      return {
        title: t('confirm.sendTo', { subject: found.subject, recipients }),
        happens: [
          t('confirm.eachGetsOne', {
            recipients,
            languages: found.languages.map((locale) => languageName(locale)).join(', '),
          }),
          ...(missing.length > 0 ? [t('confirm.getsTheEnglish', { languages: languagesInWords(missing) })] : []),
          ...(testedAt && !changedSince ? [] : [t('confirm.untested')]),
          ...(many ? [t('confirm.afterApprovalAnyoneOn')] : []),
        ],
        undo: many ? t('confirm.sentAsked') : t('confirm.sent'),
        facts: { revision: found.revision },
        moving: { recipients },
        given: { id, revision: String(found.revision) },
        fields: many ? [reason(true)] : [],
        button: many ? t('confirm.requestApprovalToSend', { recipients }) : t('confirm.sendTo2', { recipients }),
        back: `/admin/updates/${id}`,
      }
    },
  },
  'publish-update': {
    verb: 'update.publish',
    async find(staff, id, _, now) {
      const found = await findMailing(staff, id, now)
      if (!found || found.stage === 'draft' || found.publicAt || found.waiting) return null
      return {
        title: t('confirm.publishUpdate', { subject: found.subject }),
        happens: [t('confirm.everybodyCanRead', { languages: found.languages.length }), t('confirm.feedTellsIt')],
        undo: t('confirm.publishUpdateUndo'),
        facts: { revision: found.revision },
        given: { id },
        fields: [reason(true)],
        button: t('confirm.requestPublicationUpdate'),
        ordinary: true,
        back: `/admin/updates/${id}`,
      }
    },
  },
  'hide-update': {
    verb: 'update.write',
    async find(staff, id, _, now) {
      const found = await findMailing(staff, id, now)
      if (!found?.publicAt) return null
      return {
        title: t('confirm.hideUpdate', { subject: found.subject }),
        happens: [t('confirm.disappearsFromFeed'), t('confirm.addressStillReads')],
        undo: t('confirm.hideUpdateUndo'),
        facts: { revision: found.revision },
        given: { id },
        fields: [reason(true)],
        button: t('confirm.takeOffThePage'),
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
        title: t('confirm.discardTheTextThat', { language: languageName(locale) }),
        happens: [t('confirm.theThatSomebodyTyped', { characters }), t('confirm.theSavedTextStays')],
        undo: forever(),
        facts: { characters, revision: text.revision },
        given: { id, locale },
        button: t('confirm.discardThisVersion'),
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
        title: t('confirm.deleteDraftOf', { subject: found.subject || t('confirm.withoutSubject') }),
        happens: [
          found.languages.length > 0
            ? t('confirm.textsDeleted', {
                number: found.languages.length,
                languages: found.languages.map((locale) => languageName(locale)).join(', '),
              })
            : t('confirm.itHoldsNoText'),
        ],
        undo: forever(),
        facts: { revision: found.revision, languages: found.languages.join(' ') },
        given: { id, revision: String(found.revision) },
        button: t('common.deleteDraft'),
        back: `/admin/updates/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>

export const sheetActs = {
  'discard-sheet': {
    verb: 'paper.enter',
    async find(staff, id) {
      const sheet = await findSheet(staff, id)
      if (sheet?.state !== 'open') return null
      const signedOn = day(sheet.signedOn)
      return {
        title: t('confirm.deleteTheSheetFrom', { place: sheet.place }),
        happens: [t('confirm.theSheetSignedUntil', { signedOn }), t('confirm.theSameScanCan')],
        undo: forever(),
        facts: { state: sheet.state, round: sheet.round },
        given: { id },
        fields: [reason(true)],
        button: t('confirm.deleteSheet'),
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
        title: t('confirm.withdrawTheSheetFrom', { place: sheet.place }),
        happens: [t('confirm.theCountGoesDown', { signatures }), t('confirm.theCorrectionIsPublic')],
        undo: asks ? t('confirm.scanAgainAsked') : t('confirm.scanAgain'),
        facts: { state: sheet.state, signatures },
        given: { id },
        fields: [reason(true)],
        button: asks ? t('confirm.requestWithdrawal') : t('confirm.withdrawSheet'),
        back: `/admin/paper/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
