import type { ReactNode } from 'react'
import type { Query } from '@/lib/input/read-query'
import { listAddress } from '@/lib/web/admin/list-address'
import { t } from './words'

/** One thing that narrows a list. */
export interface Condition {
  /** Its parts of the address. */
  names: string[]
  words: ReactNode
}

interface Props {
  /** The list's, without a query. */
  path: string
  query: Query
  conditions: Condition[]
  /** Said before them. */
  lead?: string
}

/** What narrows a list: each a link to the list without it, and one to the list without any. Nothing where nothing does. */
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
