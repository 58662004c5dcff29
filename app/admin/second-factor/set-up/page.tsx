import { redirect } from 'next/navigation'
import QRCode from 'qrcode'
import type { AdminPageProps } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { PasskeyForm } from '@/components/admin/passkey-form'
import { PasskeyName } from '@/components/admin/passkey-name'
import { SignInFrame } from '@/components/admin/sign-in-frame'
import { t } from '@/components/admin/words'
import { totpToEnrol } from '@/lib/staff/factor/enrol-totp'
import { totpUri } from '@/lib/staff/factor/totp'
import { sessionToEnrol } from '@/lib/web/admin/factor-session'
import { readLanguage } from '@/lib/web/admin/reader-language'
import { confirmApp, confirmPasskey } from '../actions'

export default async function Page({ searchParams }: AdminPageProps) {
  const session = await sessionToEnrol()
  await readLanguage()
  if (session.user.hasTotp) redirect('/admin/account')
  const secret = await totpToEnrol(session)
  const { modules } = QRCode.create(totpUri(secret, session.user.email), { errorCorrectionLevel: 'M' })
  return (
    <SignInFrame>
      <PageHeading>{t('signIn.setUpYourSecond')}</PageHeading>
      <Notice searchParams={searchParams} />
      <p>{t('signIn.anEmailAccountCan')}</p>
      {session.user.passkeys === 0 && (
        <>
          <h2>{t('signIn.aPasskeyTheSafest')}</h2>
          <p>{t('signIn.storedOnYourPhone')}</p>
          <PasskeyForm kind="add" send={confirmPasskey} button={t('common.createPasskey')}>
            <PasskeyName />
          </PasskeyForm>
          <h2>{t('signIn.orAnAuthenticatorApp')}</h2>
        </>
      )}
      <p>{t('signIn.scanThisWithAny')}</p>
      <svg
        className="qr"
        role="img"
        aria-label={t('signIn.qrCodeOfThe')}
        viewBox={`-4 -4 ${modules.size + 8} ${modules.size + 8}`}
        width="220"
        height="220"
      >
        <rect x="-4" y="-4" width={modules.size + 8} height={modules.size + 8} fill="#fff" />
        <path fill="#000" d={squares(modules.data, modules.size)} />
      </svg>
      <p>
        {t.rich('signIn.orTypeTheSecret', {
          code: (inner) => <code id="secret">{inner}</code>,
          secret: secret.replace(/(.{4})/g, '$1 ').trim(),
        })}
      </p>
      <form action={confirmApp} className="stack">
        <label htmlFor="code">{t('signIn.n6DigitCode')}</label>
        <input
          id="code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={7}
          spellCheck={false}
        />
        <button type="submit" className="main">
          {t('signIn.setUp')}
        </button>
      </form>
    </SignInFrame>
  )
}

function squares(data: Uint8Array, size: number): string {
  return Array.from(data, (dark, i) => (dark ? `M${i % size} ${Math.floor(i / size)}h1v1h-1z` : '')).join('')
}
