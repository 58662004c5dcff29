import { t } from './words'

interface Props {
  /** Their addresses; null if there is none. */
  first: string | null
  previous: string | null
  next: string | null
  /** The list has tick boxes, which apply to one page. */
  ticks?: boolean
}

/** Paging below a list whose pages begin at a row: links to the first, previous and next page. */
export function RowPages({ first, previous, next, ticks = false }: Props) {
  if (!first && !previous && !next) return null
  return (
    <nav className="pages" aria-label={t('list.pages')} data-leave={ticks ? t('list.leaveSelected') : undefined}>
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
      {ticks && <span className="hint">{t('list.selectedHere')}</span>}
    </nav>
  )
}
