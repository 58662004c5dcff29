import { t } from './words'

interface Props {
  /** The address of each; null where there is none. */
  first: string | null
  previous: string | null
  next: string | null
  /** What leaving this page means, said before it happens. */
  hint?: string | false
}

/** Below a list whose pages begin at a row: the ways to the first page, the one before, and the next. */
export function RowPages({ first, previous, next, hint }: Props) {
  if (!first && !previous && !next) return null
  return (
    <nav className="pages" aria-label={t('list.pages')}>
      {first && (
        <a href={first} className="button">
          {t('list.firstPage')}
        </a>
      )}
      {previous && (
        <a href={previous} rel="prev" className="button">
          {t('list.previous')}
        </a>
      )}
      {next && (
        <a href={next} rel="next" className="button">
          {t('list.next')}
        </a>
      )}
      {hint && <span className="hint">{hint}</span>}
    </nav>
  )
}
