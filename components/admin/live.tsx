import type { ReactNode } from 'react'
import { t } from './words'

interface Props {
  /** What the page shows else follows from it: once it is another one, the page is loaded again. */
  state: string
  /** How often to look, in seconds: for what goes on by itself, or for a colleague; null once nothing more comes. */
  every: typeof RUNNING | typeof WAITING | null
  children: ReactNode
}

export const RUNNING = 3
export const WAITING = 15

/** A part of a page that a script keeps up to date (`public/refresh.js`), or a link does. */
export function Live({ state, every, children }: Props) {
  return (
    <>
      <div data-live={state} data-every={every ?? undefined}>
        {children}
      </div>
      {every !== null && (
        <>
          <p>
            {/* The page alone, without what it said of an act before. */}
            <a href="?">{t('common.refresh')}</a>
          </p>
          <script src="/refresh.js" type="module" />
        </>
      )}
    </>
  )
}
