import { hasApp } from '@/lib/staff/factor/has-app'
import { countRecoveryCodes } from '@/lib/staff/factor/renew-recovery-codes'
import { listSessions } from '@/lib/staff/list-sessions'
import { listPasskeys } from '@/lib/staff/passkey/list-passkeys'
import type { Staff } from '@/lib/staff/staff'
import type { Confirmable, Confirmation } from './confirmation'
import { count, FOREVER } from './words'

const back = '/admin/account'

/** Null for the last factor: without it nobody gets in. */
async function dropping(staff: Staff, title: string, given: Record<string, string>): Promise<Confirmation | null> {
  const [passkeys, app] = await Promise.all([listPasskeys(staff.id), hasApp(staff.id)])
  const left = passkeys.length + (app ? 1 : 0) - 1
  if (left < 1) return null
  return {
    title,
    happens: [
      `It no longer signs you in. ${count(left, 'second factor')} ${left === 1 ? 'is' : 'are'} left.`,
      'If it was lost or stolen, end your other sessions too.',
    ],
    undo: `${FOREVER} You can set up another one.`,
    facts: { left },
    given,
    button: 'Remove',
    back,
  }
}

export const accountActs = {
  'remove-passkey': {
    verb: 'factor.manage',
    async find(staff, id) {
      const passkey = (await listPasskeys(staff.id)).find((one) => one.id === id)
      const found = passkey && (await dropping(staff, `Remove the passkey “${passkey.name}”?`, { passkey: id }))
      return found ? { ...found, button: 'Remove passkey' } : null
    },
  },
  'remove-app': {
    verb: 'factor.manage',
    async find(staff) {
      if (!(await hasApp(staff.id))) return null
      const found = await dropping(staff, 'Remove the authenticator app?', {})
      return found && { ...found, button: 'Remove app' }
    },
  },
  'renew-codes': {
    verb: 'factor.manage',
    async find(staff) {
      const codes = await countRecoveryCodes(staff.id)
      return {
        title: 'Create new recovery codes?',
        happens: [
          codes > 0 ? `Your ${count(codes, 'remaining code')} stop working at once.` : 'You have none left.',
          'The ten new ones are shown once.',
        ],
        undo: FOREVER,
        facts: { codes },
        given: {},
        button: 'Create new recovery codes',
        back,
      }
    },
  },
  'end-session': {
    verb: 'factor.manage',
    async find(staff, id, _, now) {
      const found = (await listSessions(staff.id, now)).find((one) => one.id === id)
      if (!found || id === staff.session.id) return null
      return {
        title: `End the session in ${found.device || 'an unknown browser'}?`,
        happens: [
          `It was opened on ${found.createdAt.toISOString().slice(0, 16).replace('T', ' ')} UTC, and is signed out at once.`,
        ],
        undo: 'You can sign in there again.',
        facts: { id },
        given: { session: id },
        button: 'End session',
        back,
      }
    },
  },
  'end-other-sessions': {
    verb: 'factor.manage',
    async find(staff, _key, _, now) {
      const sessions = (await listSessions(staff.id, now)).length - 1
      if (sessions < 1) return null
      return {
        title: 'End all your other sessions?',
        happens: [`You are signed out at once in ${count(sessions, 'other browser')}.`],
        undo: 'You can sign in there again.',
        facts: { sessions },
        given: {},
        button: `End ${count(sessions, 'other session')}`,
        back,
      }
    },
  },
} satisfies Record<string, Confirmable>
