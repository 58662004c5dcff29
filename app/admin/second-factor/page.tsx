import type { AdminPageProps } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { PasskeyForm } from '@/components/admin/passkey-form'
import { SignInFrame } from '@/components/admin/sign-in-frame'
import { t } from '@/components/admin/words'
import { sessionToCheck } from '@/lib/web/admin/factor-session'
import { readLanguage } from '@/lib/web/admin/reader-language'
import { giveCode, givePasskey } from './actions'

export default async function Page({ searchParams }: AdminPageProps) {
  const session = await sessionToCheck()
  await readLanguage()
  const { hasTotp, passkeys } = session.user
  return (
    <SignInFrame>
      <PageHeading>{t('common.secondFactor')}</PageHeading>
      <Notice searchParams={searchParams} />
      {session.secondFactorAt && <p>{t('signIn.showYourSecondFactor')}</p>}
      {passkeys > 0 && (
        <PasskeyForm kind="sign-in" send={givePasskey} button={t('signIn.useYourPasskey')}>
          <p>{t('signIn.theSafestOptionIt')}</p>
        </PasskeyForm>
      )}
      <form action={giveCode} className="stack">
        <label htmlFor="code">{hasTotp ? t('signIn.codeFromYourAuthenticator') : t('signIn.aRecoveryCode')}</label>
        <input id="code" name="code" autoComplete="one-time-code" required maxLength={20} spellCheck={false} />
        <button type="submit" className={passkeys > 0 ? undefined : 'main'}>
          {t('signIn.continue')}
        </button>
      </form>
      <p className="hint">{t('signIn.noFactorAtHand')}</p>
    </SignInFrame>
  )
}
