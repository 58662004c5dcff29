import type { ReactNode } from 'react'

interface Props {
  /** What the page shows else follows from it: once it is another one, the page is loaded again. */
  state: string
  /** How often to look, in seconds: for what goes on by itself, or for a colleague; null once nothing more comes. */
  every: typeof RUNNING | typeof WAITING | null
  children: ReactNode
}

export const RUNNING = 3
export const WAITING = 15

/** A part of a page that a script keeps up to date (`public/refresh.js`). */
export function Live({ state, every, children }: Props) {
  return (
    <>
      <div data-live={state} data-every={every ?? undefined}>
        {children}
      </div>
      {every !== null && <script src="/refresh.js" type="module" />}
    </>
  )
}
