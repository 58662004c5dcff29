import { adminPage } from '@/components/admin/admin-page'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { FactorTable } from '@/components/admin/factor-table'
import { Keys } from '@/components/admin/keys'
import { LanguageForm } from '@/components/admin/language-form'
import { NameForm } from '@/components/admin/name-form'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { PasskeyForm } from '@/components/admin/passkey-form'
import { PasskeyName } from '@/components/admin/passkey-name'
import { SessionTable } from '@/components/admin/session-table'
import { ThemeForm } from '@/components/admin/theme-form'
import { t } from '@/components/admin/words'
import { ZoneForm } from '@/components/admin/zone-form'
import { hasApp } from '@/lib/staff/factor/has-app'
import { countRecoveryCodes } from '@/lib/staff/factor/renew-recovery-codes'
import { findName } from '@/lib/staff/find-name'
import { listSessions } from '@/lib/staff/list-sessions'
import { listPasskeys } from '@/lib/staff/passkey/list-passkeys'
import { requireFresh } from '@/lib/web/admin/factor-session'
import { confirmPasskey } from '../second-factor/actions'
import { setLanguage, setName, setTheme, setTimeZone } from './actions'

export default adminPage('account.manage', async (staff, { searchParams }) => {
  await requireFresh()
  const [name, sessions, codes, passkeys, app] = await Promise.all([
    findName(staff.id),
    listSessions(staff.id, new Date()),
    countRecoveryCodes(staff.id),
    listPasskeys(staff.id),
    hasApp(staff.id),
  ])
  return (
    <>
      <PageHeading>{t('common.account')}</PageHeading>
      <Notice searchParams={searchParams} />
      <h2>{t('account.yourName')}</h2>
      <NameForm name={name} save={setName} />
      <h2>{t('account.languageAndTimes')}</h2>
      <LanguageForm save={setLanguage} />
      <ZoneForm save={setTimeZone} />
      <h2>{t('account.theme')}</h2>
      <ThemeForm save={setTheme} />
      <h2>{t('search.keyboard')}</h2>
      <div className="row">
        <Keys />
        <p className="hint">{t('search.keyboardHint')}</p>
      </div>
      <h2>{t('account.emailToYou')}</h2>
      <p>
        <a href="/admin/account/notices">{t('account.noticesPage')}</a>
      </p>
      <h2>{t('account.secondFactors')}</h2>
      <FactorTable passkeys={passkeys} app={app} />
      {passkeys.length === 1 && <p>{t('account.youCanLoseA')}</p>}
      <h3>{t('account.addAPasskey')}</h3>
      <PasskeyForm kind="add" send={confirmPasskey} button={t('common.createPasskey')}>
        <PasskeyName />
      </PasskeyForm>
      {!app && (
        <p>
          <a href="/admin/second-factor/set-up">{t('account.setUpAnAuthenticator')}</a>
        </p>
      )}
      <h2>{t('common.recoveryCodes')}</h2>
      <p>{t('account.of10LeftCreating', { codes })}</p>
      <ConfirmLink act="renew-codes" of="mine">
        {t('common.createNewRecoveryCodes')}
      </ConfirmLink>
      <h2>{t('account.activeSessions')}</h2>
      <SessionTable sessions={sessions} own={staff.session.id} />
      {sessions.length > 1 && (
        <ConfirmLink act="end-other-sessions" of="mine">
          {t('account.endOthers', { sessions: sessions.length - 1 })}
        </ConfirmLink>
      )}
    </>
  )
})
