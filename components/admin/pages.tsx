import type { Paged } from '@/lib/input/pages'
import { t } from './words'

interface Props {
  /** Null: what the address asks for is no page. */
  of: Omit<Paged<unknown>, 'rows'> | null
  /** Of the first page; it may have a query. */
  path: string
}

/** Below a list of several pages: which one this is, how many rows there are in all, and the ways to the next and the one before. */
export function Pages({ of, path }: Props) {
  if (of === null || of.page > of.pages)
    return (
      <p className="notice wrong" role="alert">
        {t.rich('list.pageNotFoundFirst', { link: (inner) => <a href={path}>{inner}</a> })}
      </p>
    )
  const { page, pages, total } = of
  const to = (number: number) => (number === 1 ? path : `${path}${path.includes('?') ? '&' : '?'}page=${number}`)
  if (pages === 1) return null
  return (
    <nav className="pages" aria-label={t('list.pages')}>
      <span>{t('list.pageOf', { page, pages, total })}</span>
      {page > 1 && (
        <a href={to(page - 1)} rel="prev" className="button">
          {t('list.previous')}
        </a>
      )}
      {page < pages && (
        <a href={to(page + 1)} rel="next" className="button">
          {t('list.next')}
        </a>
      )}
    </nav>
  )
}
