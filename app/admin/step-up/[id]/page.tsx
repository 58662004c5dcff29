import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { PasskeyForm } from '@/components/admin/passkey-form'
import { StepUpRequestView } from '@/components/admin/step-up-request'
import { hasApp } from '@/lib/staff/factor/has-app'
import { listPasskeys } from '@/lib/staff/passkey/list-passkeys'
import { findRequest } from '@/lib/staff/step-up/keep-request'
import { askPasskeyFor, confirmWithCode, confirmWithPasskey } from '../actions'

export const metadata: Metadata = { title: 'Second factor' }

/** Between a form and what it does, where the second factor was shown too long ago. Nothing typed is lost. */
export default adminPage('account.manage', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const request = await findRequest(staff.session.id, id)
  if (!request) return <h1>Nothing here needs your second factor</h1>
  const [passkeys, app] = await Promise.all([listPasskeys(staff.id), hasApp(staff.id)])
  return (
    <>
      <h1>Confirm with your second factor</h1>
      <Notice searchParams={searchParams} />
      <p>You last showed it more than ten minutes ago. Nothing has been done yet. You are confirming:</p>
      <StepUpRequestView request={request} staff={staff} />
      {passkeys.length > 0 && (
        <PasskeyForm
          kind="show"
          request={id}
          begin={askPasskeyFor}
          send={confirmWithPasskey}
          button="Confirm with your passkey"
        >
          <p>It confirms exactly this action.</p>
        </PasskeyForm>
      )}
      <form action={confirmWithCode} className="stack">
        <input type="hidden" name="request" value={id} />
        <label htmlFor="code">{app ? 'Code from your authenticator app, or a recovery code' : 'A recovery code'}</label>
        <input id="code" name="code" autoComplete="one-time-code" required maxLength={20} spellCheck={false} />
        <button type="submit" className={passkeys.length > 0 ? undefined : 'main'}>
          Confirm
        </button>
      </form>
      <p>
        <a href="/admin">Cancel</a>
      </p>
    </>
  )
})
