import { canApprove } from '@/lib/staff/roles'
import { findStaffMember, listStaff } from '@/lib/staff-accounts/list-staff'
import type { Confirmable } from './confirmation'
import { ASKED, count, reason } from './words'

export const staffActs = {
  'end-staff-sessions': {
    verb: 'staff.end_session',
    async find(staff, id, _, now) {
      const person = await findStaffMember(staff, id, now)
      if (!person || person.sessions === 0 || id === staff.id) return null
      return {
        title: `End the sessions of ${person.email}?`,
        happens: [
          `Signed out at once in ${count(person.sessions, 'session')}. What they were typing is kept for them until they sign in again.`,
        ],
        undo: 'They can sign in again.',
        facts: { sessions: person.open.map((one) => one.id).join(' ') },
        given: { id },
        button: `End ${count(person.sessions, 'session')}`,
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
        title: 'Sign everybody out?',
        happens: [
          `All sessions but this one end at once: ${count(sessions, 'session')}, of ${count(signedIn, 'other person', 'other people')}.`,
          'Everyone has to ask for a new link and verify their second factor.',
        ],
        undo: 'They can sign in again.',
        facts: {},
        moving: { sessions },
        given: {},
        button: `End ${count(sessions, 'session')}`,
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
        title: `Remove all second factors of ${person.email}?`,
        happens: [
          `Removed: ${person.factor}, and all recovery codes. ${count(person.sessions, 'session')} ${person.sessions === 1 ? 'ends' : 'end'}.`,
          'Speak with them first, on a number you know. Until they set up a new factor, their mailbox alone lets them in.',
        ],
        undo: ASKED,
        facts: { role: person.role, factor: person.factor },
        given: { id },
        fields: [reason(false, 'reason', 300)],
        button: 'Request removal of all factors',
        back: `/admin/staff/${id}`,
      }
    },
  },
  'disable-access': {
    verb: 'staff.manage',
    async find(staff, id, _, now) {
      const person = await findStaffMember(staff, id, now)
      if (!person || person.disabledAt) return null
      const { email, role, sessions } = person
      const frozen = canApprove(role)
      return {
        title: frozen
          ? `Freeze ${email} and request that their access is disabled?`
          : `Disable the access of ${email}?`,
        happens: frozen
          ? [
              `This ${role} can do nothing from this moment on; a second person decides within 24 hours.`,
              'If it is approved, their sessions end, and so do all their open requests and approvals.',
            ]
          : [
              `At once. ${count(sessions, 'session')} ${sessions === 1 ? 'ends' : 'end'}, and so do their open requests.`,
            ],
        undo: frozen
          ? 'If nobody approves within 24 hours, they are free again. You cannot request it again for seven days.'
          : 'Access can be restored with a second person; requests that have ended stay ended.',
        facts: { role, factor: person.factor },
        given: { id, expected: role },
        fields: [reason(false, 'reason', 300)],
        button: frozen ? `Freeze this ${role} and request approval` : 'Disable access',
        back: `/admin/staff/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
