import type { ReactNode } from 'react'

interface Props {
  /** What would be listed, and why nothing is. */
  children: ReactNode
  /** The next step; left out where the page shows it already, or its reader may not take it. */
  next?: { href: string; words: string } | null | undefined
}

/** Stands where a list would. */
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
