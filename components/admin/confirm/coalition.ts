import { countryName } from '@/components/site/country-names'
import { findEditableCoSignature } from '@/lib/coalition/admin/find-editable-co-signature'
import { findApplicationForStaff } from '@/lib/coalition/admin/list-applications'
import { activity } from '@/lib/coalition/entities/activity'
import { document } from '@/lib/coalition/entities/document'
import { findEditable } from '@/lib/coalition/entities/find-editable'
import { governmentAddress } from '@/lib/coalition/entities/government-address'
import { letter } from '@/lib/coalition/entities/letter'
import { findContact } from '@/lib/coalition/member-access/member-contacts'
import { isId } from '@/lib/input/id'
import { codeName } from '../code-name'
import type { Confirmable } from './confirmation'
import { ASKED, count, FOREVER, reason } from './words'

const room = '/admin/coalition'

export const coalitionActs = {
  'open-letter': {
    verb: 'coalition.publish',
    async find(staff, id) {
      const found = await findEditable(staff, letter, id)
      if (found?.row.status !== 'draft') return null
      const locales = new Set(found.row.texts.map(({ locale }) => locale))
      return {
        title: `Open “${found.title}” for co-signatures?`,
        happens: [`It becomes public in ${count(locales.size, 'language')}, and organisations can be invited.`],
        undo: `${ASKED} Published versions of a letter stay readable.`,
        facts: { status: 'draft', languages: locales.size },
        given: { id },
        fields: [reason(false, 'why', 300)],
        button: 'Request opening',
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
        title: `Mark “${found.title}” as sent?`,
        happens: [
          `It is marked as sent with ${count(approved, 'co-signature')}; no more can be added.`,
          ...(open > 0 ? [`${count(open, 'organisation')} invited or waiting for review can no longer join.`] : []),
        ],
        undo: `${ASKED} A letter that was sent is never reopened.`,
        facts: { status: 'open', approved, open },
        given: { id },
        fields: [reason(false, 'why', 300)],
        button: 'Request closing',
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
        title: `Remove “${found.title}” from the site?`,
        happens: [
          'Its page and its entries in lists disappear within ten seconds, in all languages.',
          'It is kept here.',
        ],
        undo: 'You can publish it again.',
        facts: { version: found.version },
        given: { id },
        button: 'Remove from site',
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
        title: `Delete “${found.title}”?`,
        happens: [
          `The file of ${count(Math.ceil(size / 1024), 'kilobyte')} is deleted, and its address leads nowhere.`,
          'Activities and letters no longer name it. The audit log keeps its checksum.',
        ],
        undo: FOREVER,
        facts: { version: found.version, sha256 },
        given: { id },
        fields: [reason()],
        button: 'Remove document',
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
      const name = `${countryName(country, 'en')}, ${office.replaceAll('_', ' ')}`
      return {
        title: `Delete the address of ${name}?`,
        happens: [`Letters from signers no longer go to ${email}.`],
        undo: 'Nothing happens until a second person approves. The address can be added again.',
        facts: { version: found.version },
        given: { entity: 'governments', id, expectedVersion: found.version },
        fields: [reason(false, 'why', 300)],
        button: 'Request removal of this address',
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
        title: `Decline the co-signature of ${found.organisation}?`,
        happens: ['It does not appear as a signatory of the letter.', 'Write to the organisation yourself.'],
        undo: `${FOREVER} The organisation would have to be invited and to sign once more.`,
        facts: { state: found.state },
        given: { id },
        button: 'Decline co-signature',
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
        title: `Remove this contact of ${found.member.name}?`,
        happens: ['Their address is deleted. Links that were mailed to them stop working, and open pages end at once.'],
        undo: FOREVER,
        facts: { added: found.addedAt.getTime() },
        given: { id, member: found.memberId },
        button: 'Remove contact',
        back: `${room}/members/${found.memberId}/contacts`,
      }
    },
  },
  'decline-application': {
    verb: 'coalition.decide',
    async find(staff, id) {
      const found = isId(id) ? await findApplicationForStaff(staff, id) : null
      if (found?.state !== 'confirmed') return null
      const who = `${codeName(found.kind).toLowerCase()} from ${countryName(found.country, 'en')}`
      return {
        title: 'Decline this application?',
        happens: [
          `The applicant (${who}, ${found.receivedAt.toISOString().slice(0, 10)}) sees the decision behind their link.`,
          'What they entered is deleted in 30 days; write to them before then.',
        ],
        undo: FOREVER,
        facts: { state: found.state },
        given: { id },
        fields: [reason(true)],
        button: 'Decline application',
        back: `${room}/applications/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
