import type { ReactNode } from 'react'

/** The frame of the sign-in pages: narrow, one thing each. */
export function SignInFrame({ children }: { children: ReactNode }) {
  return (
    <main id="main" className="narrow">
      {children}
    </main>
  )
}
