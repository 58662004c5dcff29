import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import QRCode from 'qrcode'
import type { AdminPageProps } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { PasskeyForm } from '@/components/admin/passkey-form'
import { PasskeyName } from '@/components/admin/passkey-name'
import { SignInFrame } from '@/components/admin/sign-in-frame'
import { totpToEnrol } from '@/lib/staff/factor/enrol-totp'
import { totpUri } from '@/lib/staff/factor/totp'
import { sessionToEnrol } from '@/lib/web/admin/factor-session'
import { confirmApp, confirmPasskey, makePasskey } from '../actions'

export const metadata: Metadata = { title: 'Set up your second factor' }

export default async function Page({ searchParams }: AdminPageProps) {
  const session = await sessionToEnrol()
  if (session.user.hasTotp) redirect('/admin/account')
  const secret = await totpToEnrol(session)
  const { modules } = QRCode.create(totpUri(secret, session.user.email), { errorCorrectionLevel: 'M' })
  return (
    <SignInFrame>
      <h1>Set up your second factor</h1>
      <Notice searchParams={searchParams} />
      <p>An email account can be hacked; a device in your hand is separate. Choose one now; you can add more later.</p>
      {session.user.passkeys === 0 && (
        <>
          <h2>A passkey (the safest)</h2>
          <p>
            Stored on your phone, computer or security key and unlocked by finger, face or PIN. It works on this site
            only, so no copy of this page can steal it.
          </p>
          <PasskeyForm kind="add" begin={makePasskey} send={confirmPasskey} button="Create passkey">
            <PasskeyName />
          </PasskeyForm>
          <h2>Or an authenticator app</h2>
        </>
      )}
      <p>Scan this with any authenticator app, then enter the code that it shows.</p>
      <svg
        className="qr"
        role="img"
        aria-label="QR code of the secret below"
        viewBox={`-4 -4 ${modules.size + 8} ${modules.size + 8}`}
        width="220"
        height="220"
      >
        <rect x="-4" y="-4" width={modules.size + 8} height={modules.size + 8} fill="#fff" />
        <path fill="#000" d={squares(modules.data, modules.size)} />
      </svg>
      <p>
        Or type the secret: <code id="secret">{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <form action={confirmApp} className="stack">
        <label htmlFor="code">6-digit code</label>
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
          Set up
        </button>
      </form>
    </SignInFrame>
  )
}

function squares(data: Uint8Array, size: number): string {
  return Array.from(data, (dark, i) => (dark ? `M${i % size} ${Math.floor(i / size)}h1v1h-1z` : '')).join('')
}
