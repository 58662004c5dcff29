import type { Metadata } from 'next'
import type { AdminPageProps } from '@/components/admin/admin-page'
import { SignInFrame } from '@/components/admin/sign-in-frame'

export const metadata: Metadata = { title: 'Sign in' }

/** Open to all: opening the link spends nothing, the button does. */
export default async function Page({ searchParams }: AdminPageProps) {
  const { token } = await searchParams
  return (
    <SignInFrame>
      <h1>Sign in to the admin area</h1>
      <form method="post" action="/api/auth/link" className="stack">
        <input type="hidden" name="token" value={String(token ?? '')} />
        <button type="submit" className="main">
          Sign in
        </button>
      </form>
      <p className="hint">
        Continue only if you requested this link yourself. You will then be asked for your second factor.
      </p>
    </SignInFrame>
  )
}
