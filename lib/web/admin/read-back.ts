import { headers } from 'next/headers'
import { z } from 'zod'

/** Lists from which a signature is opened. The address reveals only the list and its filter. */
const lists = [
  '/admin/signatures',
  '/admin/signatures/activity',
  '/admin/review/held',
  '/admin/review/appeals',
  '/admin/comments',
  '/admin/comments/decided',
] as const

type List = (typeof lists)[number]

/** A page has the list's address in each of its 20 rows, so longer ones, with many filters, are left out. */
const MAX = 240

/** Path and query in the characters of our own queries: no second address, no line end, no fragment. */
const backField = z
  .string()
  .max(MAX)
  .regex(/^\/admin\/[a-z/]+(\?[\w\-.~%=&+:]*)?$/)
  .transform((text) => new URL(text, 'http://admin.invalid'))
  .refine(({ origin, pathname }) => origin === 'http://admin.invalid' && lists.some((list) => list === pathname))

export interface Back {
  list: List
  /** Its path and query. */
  href: string
  query: Record<string, string>
}

/** Parses the list, with its filter, from which a page was opened; null for anything else. */
export function readBack(typed: unknown): Back | null {
  const read = backField.safeParse(typed)
  if (!read.success) return null
  const { pathname, search, searchParams } = read.data
  return { list: pathname as List, href: pathname + search, query: Object.fromEntries(searchParams) }
}

/** Adds the list from which it is opened to a page's address, if the list is valid. */
export function withBack(path: string, back: string | null | undefined): string {
  if (!readBack(back)) return path
  const [page = '', anchor] = path.split('#')
  // Characters that a query may contain stay unescaped, to keep it short.
  const text = encodeURIComponent(back ?? '')
    .replaceAll('%2F', '/')
    .replaceAll('%3F', '?')
    .replaceAll('%3A', ':')
  return `${page}${page.includes('?') ? '&' : '?'}back=${text}${anchor ? `#${anchor}` : ''}`
}

/** Adds to an action's next page the list from which its form's page was opened. */
export async function keepBack(path: string): Promise<string> {
  const at = (await headers()).get('x-admin-address') ?? ''
  const query = new URL(URL.canParse(at, 'http://admin.invalid') ? at : '/', 'http://admin.invalid').searchParams
  return withBack(path, query.get('back'))
}
