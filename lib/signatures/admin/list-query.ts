import { z } from 'zod'
import { type Query, type QueryErrors, readQuery } from '@/lib/input/read-query'
import { type Filter, type FilterResult, filterParts } from './filter'
import { type From, readCursor, type Sort, sorts } from './list-order'
import { inUtc } from './typed-moments'

/** Parameters for messages and typed values, which are not part of the query. */
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
  /** The rows of this page are ticked, where no script can do it. */
  all: z.literal('1', 'unreadable').optional(),
  /** The signature that is shown beside the list. */
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
  /** Key of the signature that is shown beside the list; it need not be one. */
  open: string | null
}

export type ListQuery = AskedList | { ok: false; errors: QueryErrors }

/** Reads from a URL which signatures are asked for, in which order, and from where on. */
export function readListQuery(query: Query): ListQuery {
  const read = readQuery(schema, inUtc(query))
  if (!read.ok) return read
  const { sort, after, before, all, open, done: _, problem: __, draft: ___, kept: ____, ...filter } = read.query
  if (after && before) return { ok: false, errors: { before: ['unreadable'] } }
  const from = after ? { after } : before ? { before } : null
  return { ok: true, filter, sort, from, all: all !== undefined, open: open ?? null }
}

/** The filter of the signatures that all pages of the list show: in the order of appeals only those with one. */
export function filterOf({ filter, sort }: Pick<AskedList, 'filter' | 'sort'>): Filter {
  return sort === 'appeal' ? { ...filter, appealed: 'yes' } : filter
}

/** Reads the filter with which a URL opens a form, such as the one for a rule. */
export function readFilterQuery(query: Query): FilterResult {
  const read = readQuery(filterAlone, inUtc(query))
  if (!read.ok) return read
  const { done: _, problem: __, draft: ___, kept: ____, ...filter } = read.query
  return { ok: true, filter }
}
