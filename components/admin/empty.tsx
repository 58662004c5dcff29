import type { ReactNode } from 'react'

interface Props {
  /** The kind of thing the list would hold, and the reason why it is empty. */
  children: ReactNode
  /** The next step; absent if the page shows it already, or the reader may not take it. */
  next?: { href: string; words: string } | null | undefined
}

/** Replaces an empty list. */
export function Empty({ children, next }: Props) {
  return (
    <div className="empty">
      <p>{children}</p>
      {next && (
        <p>
          <a className="button" href={next.href}>
            {next.words}
          </a>
        </p>
      )}
    </div>
  )
}
