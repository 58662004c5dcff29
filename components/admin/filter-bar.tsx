import type { ReactNode } from 'react'
import type { Query } from '@/lib/input/read-query'
import { type Condition, FilterChips } from './filter-chips'
import { t } from './words'

interface Props {
  /** The list's path, without a query. */
  path: string
  query: Query
  /** The active conditions. */
  conditions: Condition[]
  /** The controls fold, as there are more than five. */
  folds?: boolean
  /** The query is invalid, so the controls stay open. */
  wrong?: boolean
  children: ReactNode
}

/** The filter of a list: its controls, and a link for each active condition that removes it. */
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
