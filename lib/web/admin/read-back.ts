import { headers } from 'next/headers'
import { z } from 'zod'

/**
 * Lists out of which a signature is opened. Whoever reads an address learns no more than which list it was, and how it
 * was filtered.
 */
const lists = [
  '/admin/signatures',
  '/admin/signatures/activity',
  '/admin/review/held',
  '/admin/review/appeals',
  '/admin/comments',
  '/admin/comments/decided',
] as const

type List = (typeof lists)[number]

/** The list of a page of 20 rows stands in each row: longer ones, with many filters, are not gone back to. */
const MAX = 240

/** Path and query, of characters that a query of ours is made of: no second address, no line end, no fragment. */
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

/** Reads from a query the list from which a page was opened, with its filter; null for anything that is no list of ours. */
export function readBack(typed: unknown): Back | null {
  const read = backField.safeParse(typed)
  if (!read.success) return null
  const { pathname, search, searchParams } = read.data
  return { list: pathname as List, href: pathname + search, query: Object.fromEntries(searchParams) }
}

/** The address of a page with the list from which it is opened, where that one can be gone back to. */
export function withBack(path: string, back: string | null | undefined): string {
  if (!readBack(back)) return path
  const [page = '', anchor] = path.split('#')
  // What a query may hold as it is, is not made longer.
  const text = encodeURIComponent(back ?? '')
    .replaceAll('%2F', '/')
    .replaceAll('%3F', '?')
    .replaceAll('%3A', ':')
  return `${page}${page.includes('?') ? '&' : '?'}back=${text}${anchor ? `#${anchor}` : ''}`
}

/** What an action shows next, with the list that the page of its form was opened from. */
export async function keepBack(path: string): Promise<string> {
  const at = (await headers()).get('x-admin-address') ?? ''
  const query = new URL(URL.canParse(at, 'http://admin.invalid') ? at : '/', 'http://admin.invalid').searchParams
  return withBack(path, query.get('back'))
}
