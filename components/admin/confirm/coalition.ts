import { findEditableCoSignature } from '@/lib/coalition/admin/find-editable-co-signature'
import { findApplicationForStaff } from '@/lib/coalition/admin/list-applications'
import { activity } from '@/lib/coalition/entities/activity'
import { document } from '@/lib/coalition/entities/document'
import { findEditable } from '@/lib/coalition/entities/find-editable'
import { governmentAddress } from '@/lib/coalition/entities/government-address'
import { letter } from '@/lib/coalition/entities/letter'
import { findContact } from '@/lib/coalition/member-access/member-contacts'
import { isId } from '@/lib/input/id'
import { timeIn } from '@/lib/text/time-zone'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { codeName } from '../code-name'
import { countryName } from '../display-names'
import { t } from '../words'
import type { Confirmable } from './confirmation'
import { forever, reason } from './words'

const room = '/admin/coalition'

export const coalitionActs = {
  'open-letter': {
    verb: 'coalition.publish',
    async find(staff, id) {
      const found = await findEditable(staff, letter, id)
      if (found?.row.status !== 'draft') return null
      const locales = new Set(found.row.texts.map(({ locale }) => locale))
      return {
        title: t('confirm.openForCoSignatures', { title: found.title }),
        happens: [t('confirm.itBecomesPublicIn', { size: locales.size })],
        undo: t('confirm.lettersStay'),
        facts: { status: 'draft', languages: locales.size },
        given: { id },
        fields: [reason(false, 'why', 300)],
        button: t('confirm.requestOpening'),
        ordinary: true,
        back: `${room}/letters/${id}`,
      }
    },
  },
  'close-letter': {
    verb: 'coalition.publish',
    async find(staff, id) {
      const found = await findEditable(staff, letter, id)
      if (found?.row.status !== 'open') return null
      const approved = found.row.coSignatures.filter(({ state }) => state === 'approved').length
      const open = found.row.coSignatures.filter(({ state }) => ['invited', 'confirmed'].includes(state)).length
      return {
        title: t('confirm.markAsSent', { title: found.title }),
        happens: [
          t('confirm.itIsMarkedAs', { approved }),
          ...(open > 0 ? [t('confirm.invitedOrWaitingFor', { open })] : []),
        ],
        undo: t('confirm.letterNeverReopened'),
        facts: { status: 'open', approved, open },
        given: { id },
        fields: [reason(false, 'why', 300)],
        button: t('confirm.requestClosing'),
        back: `${room}/letters/${id}`,
      }
    },
  },
  'withdraw-activity': {
    verb: 'coalition.write',
    async find(staff, id) {
      const found = await findEditable(staff, activity, id)
      if (!found?.row.publishedAt) return null
      return {
        title: t('confirm.removeFromTheSite', { title: found.title }),
        happens: [t('confirm.itsPageAndIts'), t('confirm.itIsKeptHere')],
        undo: t('confirm.youCanPublishIt'),
        facts: { version: found.version },
        given: { id },
        button: t('confirm.removeFromSite'),
        back: `${room}/activities/${id}`,
      }
    },
  },
  'remove-document': {
    verb: 'coalition.write',
    async find(staff, id) {
      const found = await findEditable(staff, document, id)
      if (!found) return null
      const { size, sha256 } = found.row
      return {
        title: t('confirm.delete', { title: found.title }),
        happens: [t('confirm.theFileOfIs', { kilobytes: Math.ceil(size / 1024) }), t('confirm.activitiesAndLettersNo')],
        undo: forever(),
        facts: { version: found.version, sha256 },
        given: { id },
        fields: [reason()],
        button: t('confirm.removeDocument'),
        back: `${room}/documents/${id}`,
      }
    },
  },
  'remove-government': {
    verb: 'coalition.write',
    async find(staff, id) {
      const found = await findEditable(staff, governmentAddress, id)
      if (!found) return null
      const { country, office, email } = found.row
      const name = `${countryName(country)}, ${codeName(office).toLowerCase()}`
      return {
        title: t('confirm.deleteTheAddressOf', { name }),
        happens: [t('confirm.lettersFromSignersNo', { email })],
        undo: t('confirm.nothingHappensUntilA'),
        facts: { version: found.version },
        given: { entity: 'governments', id, expectedVersion: found.version },
        fields: [reason(false, 'why', 300)],
        button: t('confirm.requestRemovalOfThis'),
        back: `${room}/governments/${id}`,
      }
    },
  },
  'decline-co-signature': {
    verb: 'coalition.decide',
    async find(staff, id) {
      const found = await findEditableCoSignature(staff, id)
      if (found?.state !== 'confirmed') return null
      return {
        title: t('confirm.declineTheCoSignature', { organisation: found.organisation }),
        happens: [t('confirm.itDoesNotAppear'), t('confirm.writeToTheOrganisation')],
        undo: t('confirm.signOnceMore'),
        facts: { state: found.state },
        given: { id },
        button: t('confirm.declineCoSignature'),
        back: `${room}/co-signatures/${id}`,
      }
    },
  },
  'remove-co-signature': {
    verb: 'coalition.decide',
    async find(staff, id) {
      const found = await findEditableCoSignature(staff, id)
      if (found?.state !== 'approved') return null
      const { organisation, letterTitle } = found
      return {
        title: t('confirm.removeTheCoSignature', { organisation }),
        happens: [t('confirm.itLeavesTheLetter', { title: letterTitle }), t('confirm.writeToTheOrganisation')],
        undo: t('confirm.signOnceMore'),
        facts: { state: found.state },
        given: { id },
        fields: [reason(true)],
        button: t('confirm.removeCoSignature'),
        back: `${room}/co-signatures/${id}`,
      }
    },
  },
  'remove-contact': {
    verb: 'coalition.decide',
    async find(staff, id) {
      const found = isId(id) ? await findContact(staff, id) : null
      if (!found) return null
      return {
        title: t('confirm.removeThisContactOf', { name: found.member.name }),
        happens: [t('confirm.theirAddressIsDeleted')],
        undo: forever(),
        facts: { added: found.addedAt.getTime() },
        given: { id, member: found.memberId },
        button: t('confirm.removeContact'),
        back: `${room}/members/${found.memberId}/contacts`,
      }
    },
  },
  'decline-application': {
    verb: 'coalition.decide',
    async find(staff, id) {
      const found = isId(id) ? await findApplicationForStaff(staff, id) : null
      if (found?.state !== 'confirmed') return null
      const kind = codeName(found.kind).toLowerCase()
      const date = timeIn(found.receivedAt, readerZone()).slice(0, 10)
      return {
        title: t('confirm.declineThisApplication'),
        happens: [
          t('confirm.applicantSees', { kind, country: countryName(found.country), date }),
          t('confirm.whatTheyEnteredIs'),
        ],
        undo: forever(),
        facts: { state: found.state },
        given: { id },
        fields: [reason(true)],
        button: t('confirm.declineApplication'),
        back: `${room}/applications/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
