import type { Metadata } from 'next'
import type { AdminPageProps } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { PasskeyForm } from '@/components/admin/passkey-form'
import { SignInFrame } from '@/components/admin/sign-in-frame'
import { sessionToCheck } from '@/lib/web/admin/factor-session'
import { askForPasskey, giveCode, givePasskey } from './actions'

export const metadata: Metadata = { title: 'Second factor' }

export default async function Page({ searchParams }: AdminPageProps) {
  const session = await sessionToCheck()
  const { hasTotp, passkeys } = session.user
  return (
    <SignInFrame>
      <h1>Second factor</h1>
      <Notice searchParams={searchParams} />
      {session.secondFactorAt && <p>Show your second factor again before you view or change factors or sessions.</p>}
      {passkeys > 0 && (
        <PasskeyForm kind="show" begin={askForPasskey} send={givePasskey} button="Use your passkey">
          <p>The safest option: it works on this site only, however convincing a copy looks.</p>
        </PasskeyForm>
      )}
      <form action={giveCode} className="stack">
        <label htmlFor="code">
          {hasTotp ? 'Code from your authenticator app, or a recovery code' : 'A recovery code'}
        </label>
        <input id="code" name="code" autoComplete="one-time-code" required maxLength={20} spellCheck={false} />
        <button type="submit" className={passkeys > 0 ? undefined : 'main'}>
          Continue
        </button>
      </form>
      <p className="hint">No factor at hand? An owner and a second person can let you set up a new one.</p>
    </SignInFrame>
  )
}
