import type { Metadata } from 'next'
import type { DeskPageProps } from '@/components/admin/desk-page'
import { Notice } from '@/components/admin/notice'
import { SignInFrame } from '@/components/admin/sign-in-frame'
import { sessionToCheck } from '@/lib/web/desk/factor-session'
import { giveCode } from './actions'

export const metadata: Metadata = { title: 'Second factor' }

export default async function Page({ searchParams }: DeskPageProps) {
  await sessionToCheck()
  return (
    <SignInFrame>
      <h1>Second factor</h1>
      <Notice searchParams={searchParams} />
      <form action={giveCode} className="stack">
        <label htmlFor="code">Code from your authenticator app, or a recovery code</label>
        <input id="code" name="code" autoComplete="one-time-code" required maxLength={20} spellCheck={false} />
        <button type="submit" className="main">
          Go on
        </button>
      </form>
    </SignInFrame>
  )
}
