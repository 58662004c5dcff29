import type { ReactNode } from 'react'
import { t } from './words'

interface Props {
  /** A value on which the rest of the page depends: if it changes, the page is reloaded. */
  state: string
  /** The interval in seconds, for work in progress or for a colleague; null once nothing will change. */
  every: typeof RUNNING | typeof WAITING | null
  children: ReactNode
}

export const RUNNING = 3
export const WAITING = 15

/** A part of a page that a script keeps current (`public/refresh.js`); without scripts there is a link. */
export function Live({ state, every, children }: Props) {
  return (
    <>
      <div data-live={state} data-every={every ?? undefined}>
        {children}
      </div>
      {every !== null && (
        <>
          <p>
            {/* The page without messages about earlier acts. */}
            <a href="?">{t('common.refresh')}</a>
          </p>
          <script src="/refresh.js" type="module" />
        </>
      )}
    </>
  )
}
