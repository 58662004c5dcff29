import type { Query } from '@/lib/input/read-query'

/** What an action said on a page of a list, and which part of the list the page shows: not which list it is. */
const ofAPage = ['done', 'problem', 'kept', 'draft', 'after', 'before', 'page', 'all', 'open']

/**
 * The query of a list's first page.
 * @param query of any page of it
 * @param change parts that are other, or undefined for those that are left out
 */
export function listText(query: Query, change: Query = {}): string {
  const whole = Object.fromEntries(Object.entries(query).filter(([name]) => !ofAPage.includes(name)))
  const parts = Object.entries({ ...whole, ...change }).flatMap(([name, value]) =>
    typeof value === 'string' && value ? [[name, value]] : [],
  )
  // The zone of times that are no longer among them.
  return parts.every(([name]) => name === 'zone') ? '' : new URLSearchParams(parts).toString()
}

/** The address of such a page. @param path of the list, without a query */
export function listAddress(path: string, query: Query, change: Query = {}): string {
  const text = listText(query, change)
  return text ? `${path}?${text}` : path
}
