import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { PENDING } from '../states'
import { parts } from './facets'
import { condition, type Filter } from './filter'
import { cursorText, type From, orderOf, type Sort } from './list-order'
import { type RawRow, type SignatureRow, signatureColumns, toRow, waitingForms } from './signature-row'

export interface SignaturePage {
  rows: SignatureRow[]
  /** The cursor of the next page; null at the end. */
  next: string | null
  /** The cursor of the previous page; null at the beginning. */
  previous: string | null
}

/** Rows per page, so that it stays below 45 KB (`e2e/lists-on-a-phone.spec.ts`). */
const PAGE = 20
/** Rows scanned in order from the start of the page before an index is used. */
const MAX_SCANNED = 20_000

/**
 * Returns a page of signatures. Its cost hardly depends on the table's size, the number of matches or the page number:
 * if many match, the next ones are nearby; if few match, an index finds them all.
 */
export async function listSignatures(
  by: Staff,
  filter: Filter,
  from: From = null,
  sort: Sort = 'newest',
): Promise<SignaturePage> {
  authorise(by, 'signature.list')
  const asked = sort === 'appeal' ? { ...filter, appealed: 'yes' as const } : filter
  const found = await rowsFrom(asked, sort, from)
  const isBack = from !== null && 'before' in from
  // Fewer than a page come before it, so it is the first page, which is shown whole.
  if (isBack && found.length <= PAGE) return listSignatures(by, filter, null, sort)
  const shown = found.slice(0, PAGE)
  const rows = isBack ? shown.reverse() : shown
  const [first, last] = [rows.at(0), rows.at(-1)]
  return {
    rows: rows.map(toRow),
    next: last && (isBack || found.length > PAGE) ? cursorText(last, sort) : null,
    previous: first && from ? cursorText(first, sort) : null,
  }
}

/** The signature nearest to a position, before or after it; null at the end of the list. */
export async function listBeside(by: Staff, filter: Filter, sort: Sort, from: From): Promise<RawRow | null> {
  authorise(by, 'signature.list')
  const [nearest] = await rowsFrom(sort === 'appeal' ? { ...filter, appealed: 'yes' } : filter, sort, from)
  return nearest ?? null
}

/** The rows of a page and one more, if there is one; when going back, the nearest first. */
async function rowsFrom(filter: Filter, sort: Sort, from: From): Promise<RawRow[]> {
  if (filter.state === PENDING) return waiting(filter, sort, from)
  return (await near(filter, sort, from)) ?? (await far(filter, sort, from))
}

/** Pending forms, at most a week's, in the order of their index. */
function waiting(filter: Filter, sort: Sort, from: From): Promise<RawRow[]> {
  const { order, further } = orderOf(sort, from)
  return db().$queryRaw<RawRow[]>`
    ${signatureColumns(waitingForms)} WHERE ${condition(filter)} ${further} ORDER BY ${order} LIMIT ${PAGE + 1}`
}

/** The page, if the next rows fill it; otherwise null. */
async function near(filter: Filter, sort: Sort, from: From): Promise<RawRow[] | null> {
  if (sort === 'appeal') return null
  const { order, further } = orderOf(sort, from)
  const { from: since, to, ...rest } = filter
  const rare = Object.values(rest).some((part) => part !== undefined)
  const rows = await db().$queryRaw<RawRow[]>`
    ${signatureColumns(Prisma.sql`(
      SELECT * FROM signature s WHERE ${condition({ from: since, to })} ${further} ORDER BY ${order} LIMIT ${rare ? MAX_SCANNED : PAGE + 1})`)}
    WHERE ${condition(filter)} ORDER BY ${order} LIMIT ${PAGE + 1}`
  return rows.length > PAGE || !rare ? rows : null
}

/** The page, from the indexes of rare values. */
function far(filter: Filter, sort: Sort, from: From): Promise<RawRow[]> {
  const { order, further } = orderOf(sort, from)
  const found = parts(filter).map((part) => {
    // Results of the index are sorted afterwards: in list order the whole table would have to be scanned.
    return Prisma.sql`(WITH found AS MATERIALIZED (
      SELECT s.petition_id, s.email_index, s.received_at, s.appealed_at FROM signature s WHERE ${part} ${further})
      SELECT * FROM found s ORDER BY ${order} LIMIT ${PAGE + 1})`
  })
  const key = Prisma.sql`(s.petition_id, s.email_index)`
  return db().$queryRaw<RawRow[]>`
    ${signatureColumns()} WHERE ${key} IN (
      SELECT petition_id, email_index FROM (${Prisma.join(found, ' UNION ALL ')}) s ORDER BY ${order} LIMIT ${PAGE + 1})
    ORDER BY ${order}`
}
