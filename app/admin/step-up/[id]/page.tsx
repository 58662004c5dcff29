import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { PasskeyForm } from '@/components/admin/passkey-form'
import { StepUpRequestView } from '@/components/admin/step-up-request'
import { t } from '@/components/admin/words'
import { findKeptForm } from '@/lib/staff/drafts/kept-form'
import { hasApp } from '@/lib/staff/factor/has-app'
import { listPasskeys } from '@/lib/staff/passkey/list-passkeys'
import type { Staff } from '@/lib/staff/staff'
import { findRequest, type StepUpRequest } from '@/lib/staff/step-up/keep-request'
import { keptPath } from '@/lib/web/admin/kept-path'
import { confirmWithCode, confirmWithPasskey } from '../actions'

/** Asks for the second factor between a form and its execution. Nothing typed is lost. */
export default adminPage('account.manage', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const request = await findRequest(staff.session.id, id)
  if (!request) return <PageHeading>{t('signIn.nothingHereNeedsYour')}</PageHeading>
  const [passkeys, app] = await Promise.all([listPasskeys(staff.id), hasApp(staff.id)])
  return (
    <>
      <PageHeading>{t('signIn.confirmWithYourSecond')}</PageHeading>
      <Notice searchParams={searchParams} />
      <p>{t('signIn.youLastShowedIt')}</p>
      <StepUpRequestView request={request} staff={staff} />
      {passkeys.length > 0 && (
        <PasskeyForm kind="confirm" request={id} send={confirmWithPasskey} button={t('signIn.confirmWithYourPasskey')}>
          <p>{t('signIn.itConfirmsExactlyThis')}</p>
        </PasskeyForm>
      )}
      <form action={confirmWithCode} className="stack">
        <input type="hidden" name="request" value={id} />
        <label htmlFor="code">{app ? t('signIn.codeFromYourAuthenticator') : t('signIn.aRecoveryCode')}</label>
        <input id="code" name="code" autoComplete="one-time-code" required maxLength={20} spellCheck={false} />
        <button type="submit" className={passkeys.length > 0 ? undefined : 'main'}>
          {t('common.confirm')}
        </button>
      </form>
      <p>
        <a href={await backOf(staff, request)}>{t('common.cancel')}</a>
      </p>
    </>
  )
})

/** The page of the form, filled in with what was sent. */
async function backOf(staff: Staff, { fields, back }: StepUpRequest): Promise<string> {
  const kept = await findKeptForm(staff, new Map(fields).get('kept'))
  return kept ? keptPath(kept) : back
}
