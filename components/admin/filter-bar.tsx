import type { ReactNode } from 'react'
import type { Query } from '@/lib/input/read-query'
import { type Condition, FilterChips } from './filter-chips'
import { t } from './words'

interface Props {
  /** The list's, without a query. */
  path: string
  query: Query
  /** What narrows the list now. */
  conditions: Condition[]
  /** Its controls fold, since there are more than five. */
  folds?: boolean
  /** What the address asks for cannot be read: the controls stand open. */
  wrong?: boolean
  /** The controls. */
  children: ReactNode
}

/** What narrows a list: the controls, and what they do now as links that leave it out. */
export function FilterBar({ path, query, conditions, folds = false, wrong = false, children }: Props) {
  const form = (
    <form method="get" className="filters">
      {children}
      <button type="submit">{t('common.show')}</button>
    </form>
  )
  return (
    <>
      {folds ? (
        <details className="filter" open={wrong}>
          <summary className="button">{t('filter.filter')}</summary>
          {form}
        </details>
      ) : (
        form
      )}
      <FilterChips path={path} query={query} conditions={conditions} />
    </>
  )
}
