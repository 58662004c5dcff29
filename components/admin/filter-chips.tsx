import type { ReactNode } from 'react'
import type { Query } from '@/lib/input/read-query'
import { listAddress } from '@/lib/web/admin/list-address'
import { t } from './words'

/** An active condition of a filter. */
export interface Condition {
  /** Its parameters in the query. */
  names: string[]
  words: ReactNode
}

interface Props {
  /** The list's path, without a query. */
  path: string
  query: Query
  conditions: Condition[]
  /** Text before them. */
  lead?: string
}

/** The active conditions, each a link that removes it, and a link that removes all. Nothing without conditions. */
export function FilterChips({ path, query, conditions, lead }: Props) {
  if (conditions.length === 0) return null
  const without = (names: string[]) =>
    listAddress(path, query, Object.fromEntries(names.map((name) => [name, undefined])))
  return (
    <div className="row chips">
      {lead}
      <ul aria-label={lead ? undefined : t('filter.active')}>
        {conditions.map(({ names, words }) => (
          <li key={names[0]}>
            <a href={without(names)} className="chip">
              {words}
              <span className="unseen">, {t('filter.leaveOut')}</span>
              <span aria-hidden="true"> ×</span>
            </a>
          </li>
        ))}
      </ul>
      <a href={without(conditions.flatMap(({ names }) => names))}>{t('filter.clearAll')}</a>
    </div>
  )
}
