import { readWhole } from '@/lib/input/whole-number'
import { Prisma } from '@/prisma/generated/client'

/** The orders of the list: by time received, or the longest waiting appeal first. */
export const sorts = ['newest', 'oldest', 'appeal'] as const
export type Sort = (typeof sorts)[number]

/** The last row of a page, or the first one to go back. */
export interface Cursor {
  at: Date
  index: Buffer
}

/** The start of a page: after a row, before it, or at the beginning. */
export type From = { after: Cursor } | { before: Cursor } | null

/** SQL order of `signature s`, and the condition for rows after the cursor; both reversed to go back. */
export function orderOf(sort: Sort, from: From): { order: Prisma.Sql; further: Prisma.Sql } {
  const isBack = from !== null && 'before' in from
  const cursor = from && ('before' in from ? from.before : from.after)
  const time = Prisma.raw(sort === 'appeal' ? 'appealed_at' : 'received_at')
  const isDown = (sort === 'newest') !== isBack
  const [way, beyond, within] = (isDown ? ['DESC', '<', '<='] : ['ASC', '>', '>=']).map((word) => Prisma.raw(word))
  const order = Prisma.sql`s.${time} ${way}, s.email_index ${way}`
  if (!cursor) return { order, further: Prisma.empty }
  const { at, index } = cursor
  // The first half lets PostgreSQL start in the middle of its index; the second separates ties.
  const further = Prisma.sql`AND s.${time} ${within} ${at} AND (s.${time}, s.email_index) ${beyond} (${at}, ${index}::bytea)`
  return { order, further }
}

/** Serialises a row's position in an order, for a URL: `time in ms.index in base64url`. */
export function cursorText(row: { receivedAt: Date; appealedAt: Date | null; emailIndex: Uint8Array }, sort: Sort) {
  const at = (sort === 'appeal' ? row.appealedAt : row.receivedAt) ?? row.receivedAt
  return `${at.getTime()}.${Buffer.from(row.emailIndex).toString('base64url')}`
}

/** The end of the year 2999: no row is later, and PostgreSQL cannot store JavaScript's last date. */
const LATEST = Date.UTC(3000, 0)

/** Parses the text of `cursorText`; null for anything else. */
export function readCursor(text: string): Cursor | null {
  const [, at = '', index = ''] = /^(\d{1,14})\.([A-Za-z0-9_-]{43})$/.exec(text) ?? []
  const time = readWhole(at, LATEST)
  return time === null ? null : { at: new Date(time), index: Buffer.from(index, 'base64url') }
}
