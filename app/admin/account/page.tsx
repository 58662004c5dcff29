import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { FactorTable } from '@/components/admin/factor-table'
import { Notice } from '@/components/admin/notice'
import { PasskeyForm } from '@/components/admin/passkey-form'
import { PasskeyName } from '@/components/admin/passkey-name'
import { SessionTable } from '@/components/admin/session-table'
import { ZoneForm } from '@/components/admin/zone-form'
import { hasApp } from '@/lib/staff/factor/has-app'
import { countRecoveryCodes } from '@/lib/staff/factor/renew-recovery-codes'
import { listSessions } from '@/lib/staff/list-sessions'
import { listPasskeys } from '@/lib/staff/passkey/list-passkeys'
import { requireFresh } from '@/lib/web/admin/factor-session'
import { confirmPasskey, makePasskey } from '../second-factor/actions'
import { setTimeZone } from './actions'

export const metadata: Metadata = { title: 'Account' }

export default adminPage('account.manage', async (staff, { searchParams }) => {
  await requireFresh()
  const [sessions, codes, passkeys, app] = await Promise.all([
    listSessions(staff.id, new Date()),
    countRecoveryCodes(staff.id),
    listPasskeys(staff.id),
    hasApp(staff.id),
  ])
  return (
    <>
      <h1>Account</h1>
      <Notice searchParams={searchParams} />
      <h2>Times</h2>
      <ZoneForm save={setTimeZone} />
      <h2>Second factors</h2>
      <FactorTable passkeys={passkeys} app={app} />
      {passkeys.length === 1 && (
        <p>You can lose a passkey. A second one, on another device or a spare security key, is the best way back in.</p>
      )}
      <h3>Add a passkey</h3>
      <PasskeyForm kind="add" begin={makePasskey} send={confirmPasskey} button="Create passkey">
        <PasskeyName />
      </PasskeyForm>
      {!app && (
        <p>
          <a href="/admin/second-factor/set-up">Set up an authenticator app</a>
        </p>
      )}
      <h2>Recovery codes</h2>
      <p>{codes} of 10 left. Creating new codes invalidates the old ones.</p>
      <ConfirmLink act="renew-codes" of="mine">
        Create new recovery codes
      </ConfirmLink>
      <h2>Active sessions</h2>
      <SessionTable sessions={sessions} own={staff.session.id} />
      {sessions.length > 1 && (
        <ConfirmLink act="end-other-sessions" of="mine">
          {`End ${sessions.length - 1} other ${sessions.length === 2 ? 'session' : 'sessions'}`}
        </ConfirmLink>
      )}
    </>
  )
})
