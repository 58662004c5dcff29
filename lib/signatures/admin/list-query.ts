import { z } from 'zod'
import { type Query, type QueryErrors, readQuery } from '@/lib/input/read-query'
import { type Filter, type FilterResult, filterParts } from './filter'
import { type From, readCursor, type Sort, sorts } from './list-order'
import { inUtc } from './typed-moments'

/** Parameters for messages and typed values, which do not belong to the query. */
const said = {
  done: z.string().optional(),
  problem: z.string().optional(),
  draft: z.string().optional(),
  kept: z.string().optional(),
}

const cursor = z.string().transform((text, ctx) => {
  const read = readCursor(text)
  if (read) return read
  ctx.addIssue('unreadable')
  return z.NEVER
})

const schema = z.strictObject({
  ...filterParts,
  sort: z.enum(sorts, 'unreadable').default('newest'),
  after: cursor.optional(),
  before: cursor.optional(),
  /** All rows of this page are ticked, without a script. */
  all: z.literal('1', 'unreadable').optional(),
  /** The signature shown beside the list. */
  open: z.string().optional(),
  ...said,
})

const filterAlone = z.strictObject({ ...filterParts, ...said })

export interface AskedList {
  ok: true
  filter: Filter
  sort: Sort
  from: From
  all: boolean
  /** The key of the signature shown beside the list; it may be invalid. */
  open: string | null
}

export type ListQuery = AskedList | { ok: false; errors: QueryErrors }

/** Parses a URL's filter, order and position in the list. */
export function readListQuery(query: Query): ListQuery {
  const read = readQuery(schema, inUtc(query))
  if (!read.ok) return read
  const { sort, after, before, all, open, done: _, problem: __, draft: ___, kept: ____, ...filter } = read.query
  if (after && before) return { ok: false, errors: { before: ['unreadable'] } }
  const from = after ? { after } : before ? { before } : null
  return { ok: true, filter, sort, from, all: all !== undefined, open: open ?? null }
}

/** The filter of all pages of the list: in the order of appeals it requires an appeal. */
export function filterOf({ filter, sort }: Pick<AskedList, 'filter' | 'sort'>): Filter {
  return sort === 'appeal' ? { ...filter, appealed: 'yes' } : filter
}

/** Parses the filter from the URL of a form, such as the one for a rule. */
export function readFilterQuery(query: Query): FilterResult {
  const read = readQuery(filterAlone, inUtc(query))
  if (!read.ok) return read
  const { done: _, problem: __, draft: ___, kept: ____, ...filter } = read.query
  return { ok: true, filter }
}
