import type { Query, QueryErrors } from '@/lib/input/read-query'

interface Props {
  query: Query
  errors: QueryErrors
  /** What was not done. */
  children: string
}

/** Reports each unreadable part of a URL or filter, with a link to its control. */
export function QueryErrorSummary({ query, errors, children }: Props) {
  return (
    <div className="notice wrong" role="alert">
      <p>{children}</p>
      <ul>
        {Object.entries(errors).map(([name, [code = '']]) => (
          <li key={name}>
            <a href={`#${name}`}>{Object.hasOwn(labels, name) ? labels[name] : name}</a>: {why(code, query[name])}
          </li>
        ))}
      </ul>
    </div>
  )
}

const labels: Record<string, string> = {
  petition: 'Petition',
  state: 'State',
  domain: 'Email domain',
  country: 'Country',
  locale: 'Language',
  via: 'Member link',
  comment: 'Comment',
  signal: 'Flags at signing',
  appealed: 'Appealed',
  from: 'Received from',
  to: 'Received before',
  sort: 'Order',
  after: 'Place in the list',
  before: 'Place in the list',
  page: 'Page',
}

function why(code: string, value: string | string[] | undefined): string {
  if (code === 'repeated') return 'it is given more than once.'
  if (code === 'unknown_name') return 'there is no such field.'
  return typeof value === 'string' ? `“${value.slice(0, 80)}” is none.` : 'it could not be read.'
}
