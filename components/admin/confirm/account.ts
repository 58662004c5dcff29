import { hasApp } from '@/lib/staff/factor/has-app'
import { countRecoveryCodes } from '@/lib/staff/factor/renew-recovery-codes'
import { listSessions } from '@/lib/staff/list-sessions'
import { listPasskeys } from '@/lib/staff/passkey/list-passkeys'
import type { Staff } from '@/lib/staff/staff'
import { momentInWords } from '@/lib/text/time-zone'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { deviceName } from '../device-name'
import { t } from '../words'
import type { Confirmable, Confirmation } from './confirmation'
import { forever } from './words'

const back = '/admin/account'

/** Null for the last factor: without it they could not sign in. */
async function dropping(staff: Staff, title: string, given: Record<string, string>): Promise<Confirmation | null> {
  const [passkeys, app] = await Promise.all([listPasskeys(staff.id), hasApp(staff.id)])
  const left = passkeys.length + (app ? 1 : 0) - 1
  if (left < 1) return null
  return {
    title,
    happens: [t('account.itNoLongerSigns', { left }), t('account.ifItWasLost')],
    undo: t('account.undoSetUpAnother'),
    facts: { left },
    given,
    button: t('common.remove'),
    back,
  }
}

export const accountActs = {
  'remove-passkey': {
    verb: 'factor.manage',
    async find(staff, id) {
      const passkey = (await listPasskeys(staff.id)).find((one) => one.id === id)
      const found =
        passkey && (await dropping(staff, t('account.removePasskeyNamed', { name: passkey.name }), { passkey: id }))
      return found ? { ...found, button: t('account.removePasskey') } : null
    },
  },
  'remove-app': {
    verb: 'factor.manage',
    async find(staff) {
      if (!(await hasApp(staff.id))) return null
      const found = await dropping(staff, t('account.removeTheApp'), {})
      return found && { ...found, button: t('account.removeApp') }
    },
  },
  'renew-codes': {
    verb: 'factor.manage',
    async find(staff) {
      const codes = await countRecoveryCodes(staff.id)
      return {
        title: t('account.createNewRecoveryCodes'),
        happens: [
          codes > 0 ? t('account.yourStopWorkingAt', { codes }) : t('account.youHaveNoneLeft'),
          t('account.theTenNewOnes'),
        ],
        undo: forever(),
        facts: { codes },
        given: {},
        button: t('common.createNewRecoveryCodes'),
        back,
      }
    },
  },
  'end-session': {
    verb: 'factor.manage',
    async find(staff, id, _, now) {
      const found = (await listSessions(staff.id, now)).find((one) => one.id === id)
      if (!found || id === staff.session.id) return null
      const openedAt = momentInWords(found.createdAt, readerZone(), readerLanguage())
      return {
        title: t('account.endSessionIn', {
          device: found.device ? deviceName(found.device) : t('account.unknownBrowser'),
        }),
        happens: [t('account.itWasOpenedOn', { openedAt })],
        undo: t('account.youCanSignIn'),
        facts: { id },
        given: { session: id },
        button: t('account.endSession'),
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
        title: t('account.endAllYourOther'),
        happens: [t('account.youAreSignedOut', { sessions })],
        undo: t('account.youCanSignIn'),
        facts: { sessions },
        given: {},
        button: t('account.endOthers', { sessions }),
        back,
      }
    },
  },
} satisfies Record<string, Confirmable>
