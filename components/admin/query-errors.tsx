import type { Query, QueryErrors } from '@/lib/input/read-query'
import { t, tOf } from './words'

interface Props {
  query: Query
  errors: QueryErrors
  /** The consequence: the action that was not done. */
  children: string
}

/** Lists each invalid part of a URL or filter, with a link to its control. */
export function QueryErrorSummary({ query, errors, children }: Props) {
  return (
    <div className="notice wrong" role="alert">
      <p>{children}</p>
      <ul>
        {Object.entries(errors).map(([name, [code = '']]) => (
          <li key={name}>
            <a href={`#${name}`}>{tOf('filterLabel', name) ?? name}</a>: {why(code, query[name])}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Replaces a list whose query asks for an unknown order. */
export function NoSuchOrder({ query }: { query: Query }) {
  return (
    <QueryErrorSummary query={query} errors={{ sort: ['unreadable'] }}>
      {t('common.nothingIsListedPart')}
    </QueryErrorSummary>
  )
}

function why(code: string, value: string | string[] | undefined): string {
  if (code === 'repeated') return t('filter.itIsGivenMore')
  if (code === 'unknown_name') return t('filter.thereIsNoSuch')
  return typeof value === 'string' ? t('filter.isNone', { value: value.slice(0, 80) }) : t('filter.itCouldNotBe')
}
