import type { Paged } from '@/lib/input/pages'
import { t } from './words'

interface Props {
  /** Null: the query is no valid page. */
  of: Omit<Paged<unknown>, 'rows'> | null
  /** The path of the first page; it may have a query. */
  path: string
}

/** Paging below a list: this page's number, the number of all rows, and links to the next and previous pages. */
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
