import type { Query } from '@/lib/input/read-query'

/** Parameters of messages and of the page's position; they do not identify the list. */
const ofAPage = ['done', 'problem', 'kept', 'draft', 'after', 'before', 'page', 'all', 'open']

/**
 * The query of a list's first page.
 * @param query of any of its pages
 * @param change parameters to replace, or undefined to remove them
 */
export function listText(query: Query, change: Query = {}): string {
  const whole = Object.fromEntries(Object.entries(query).filter(([name]) => !ofAPage.includes(name)))
  const parts = Object.entries({ ...whole, ...change }).flatMap(([name, value]) =>
    typeof value === 'string' && value ? [[name, value]] : [],
  )
  // A zone without times means nothing.
  return parts.every(([name]) => name === 'zone') ? '' : new URLSearchParams(parts).toString()
}

/** The address of a list's first page. @param path of the list, without a query */
export function listAddress(path: string, query: Query, change: Query = {}): string {
  const text = listText(query, change)
  return text ? `${path}?${text}` : path
}
