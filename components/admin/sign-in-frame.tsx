import type { ReactNode } from 'react'

/** Around the pages on the way in: narrow, one thing each. */
export function SignInFrame({ children }: { children: ReactNode }) {
  return (
    <main id="main" className="narrow">
      {children}
    </main>
  )
}
