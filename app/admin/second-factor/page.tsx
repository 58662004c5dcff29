import type { Metadata } from 'next'
import type { DeskPageProps } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { PasskeyForm } from '@/components/admin/passkey-form'
import { SignInFrame } from '@/components/admin/sign-in-frame'
import { sessionToCheck } from '@/lib/web/admin/factor-session'
import { askForPasskey, giveCode, givePasskey } from './actions'

export const metadata: Metadata = { title: 'Second factor' }

export default async function Page({ searchParams }: DeskPageProps) {
  const session = await sessionToCheck()
  const { hasTotp, passkeys } = session.user
  return (
    <SignInFrame>
      <h1>Second factor</h1>
      <Notice searchParams={searchParams} />
      {session.secondFactorAt && (
        <p>Before factors or sessions are shown or changed, show your second factor once more.</p>
      )}
      {passkeys > 0 && (
        <PasskeyForm kind="show" begin={askForPasskey} send={givePasskey} button="Use your passkey">
          <p>The safest way: it answers to this site alone, however good a copy of it looks.</p>
        </PasskeyForm>
      )}
      <form action={giveCode} className="stack">
        <label htmlFor="code">
          {hasTotp ? 'Code from your authenticator app, or a recovery code' : 'A recovery code'}
        </label>
        <input id="code" name="code" autoComplete="one-time-code" required maxLength={20} spellCheck={false} />
        <button type="submit" className={passkeys > 0 ? undefined : 'main'}>
          Go on
        </button>
      </form>
      <p className="hint">
        Nothing at hand? An owner can ask, together with a second person, to let you set up a new second factor.
      </p>
    </SignInFrame>
  )
}
