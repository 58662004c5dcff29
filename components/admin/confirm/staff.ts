import { findLeftForms } from '@/lib/staff/drafts/hand-over-forms'
import { canApprove } from '@/lib/staff/roles'
import { nameAndAddress } from '@/lib/staff/staff-name'
import { findStaffMember, listStaff } from '@/lib/staff-accounts/list-staff'
import { codeName } from '../code-name'
import { factorName } from '../device-name'
import { t } from '../words'
import type { Confirmable } from './confirmation'
import { asked, reason } from './words'

export const staffActs = {
  'end-staff-sessions': {
    verb: 'staff.end_session',
    async find(staff, id, _, now) {
      const person = await findStaffMember(staff, id, now)
      if (!person || person.sessions === 0 || id === staff.id) return null
      return {
        title: t('confirm.endTheSessionsOf', { email: nameAndAddress(person) }),
        tab: t('staff.staff'),
        happens: [t('confirm.signedOutAtOnce', { sessions: person.sessions })],
        undo: t('confirm.theyCanSignIn'),
        facts: { sessions: person.open.map((one) => one.id).join(' ') },
        given: { id },
        button: t('confirm.end', { sessions: person.sessions }),
        back: `/admin/staff/${id}`,
      }
    },
  },
  'end-all-sessions': {
    verb: 'staff.end_session',
    async find(staff, _key, _, now) {
      const people = await listStaff(staff, now)
      const sessions = people.reduce((sum, one) => sum + one.sessions, 0) - 1
      if (sessions < 1) return null
      const signedIn = people.filter((one) => one.sessions > 0 && one.id !== staff.id).length
      return {
        title: t('confirm.signEverybodyOut'),
        happens: [t('confirm.allSessionsButThis', { sessions, signedIn }), t('confirm.everyoneHasToAsk')],
        undo: t('confirm.theyCanSignIn'),
        facts: {},
        moving: { sessions },
        given: {},
        button: t('confirm.end', { sessions }),
        back: '/admin/staff',
      }
    },
  },
  'reset-factors': {
    verb: 'staff.manage',
    async find(staff, id, _, now) {
      const person = await findStaffMember(staff, id, now)
      if (!person?.factor || person.disabledAt) return null
      return {
        title: t('confirm.removeAllSecondFactors', { email: nameAndAddress(person) }),
        tab: t('staff.staff'),
        happens: [
          t('confirm.factorsRemoved', { factor: factorName(person.factor), sessions: person.sessions }),
          t('confirm.speakWithThemFirst'),
        ],
        undo: asked(),
        facts: { role: person.role, factor: person.factor },
        given: { id },
        fields: [reason(false, 'reason', 300)],
        button: t('confirm.requestRemovalOfAll'),
        back: `/admin/staff/${id}`,
      }
    },
  },
  'disable-access': {
    verb: 'staff.manage',
    async find(staff, id, _, now) {
      const person = await findStaffMember(staff, id, now)
      if (!person || person.disabledAt) return null
      const { role, sessions } = person
      const { forms } = await findLeftForms(staff, person)
      const left = forms > 0 ? [t('confirm.formsCanBeHandedOver', { forms })] : []
      const email = nameAndAddress(person)
      const frozen = canApprove(role)
      return {
        title: frozen ? t('confirm.freezeAndRequestThat', { email }) : t('confirm.disableTheAccessOf', { email }),
        tab: t('staff.staff'),
        happens: frozen
          ? [t('confirm.canDoNothing', { role: codeName(role).toLowerCase() }), t('confirm.ifItIsApproved'), ...left]
          : [t('confirm.atOnce', { sessions }), ...left],
        undo: frozen ? t('confirm.ifNobodyApprovesWithin') : t('confirm.accessCanBeRestored'),
        facts: { role, factor: person.factor },
        given: { id, expected: role },
        fields: [reason(false, 'reason', 300)],
        button: frozen ? t('confirm.freeze', { role: codeName(role).toLowerCase() }) : t('confirm.disableAccess'),
        back: `/admin/staff/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
