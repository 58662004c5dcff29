import type { Metadata } from 'next'
import type { AdminPageProps } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { SignInFrame } from '@/components/admin/sign-in-frame'
import { LINK_MINUTES } from '@/lib/staff/sign-in-link'
import { sendLink } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

/** Open to all: says the same to everyone. */
export default async function Page({ searchParams }: AdminPageProps) {
  const { sent } = await searchParams
  return (
    <SignInFrame>
      <h1>Sign in</h1>
      <Notice searchParams={searchParams} />
      {sent ? (
        <>
          <p role="status">
            If that address belongs to a member of staff, we have sent it a link. It works once, for {LINK_MINUTES}{' '}
            minutes.
          </p>
          <p>
            <a href="/admin/sign-in">Use another address</a>
          </p>
        </>
      ) : (
        <form action={sendLink} className="stack">
          <label htmlFor="email">Email address</label>
          <input id="email" name="email" type="email" autoComplete="email" required maxLength={254} />
          <button type="submit" className="main">
            Send sign-in link
          </button>
        </form>
      )}
    </SignInFrame>
  )
}
