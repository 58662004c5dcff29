import { readWhole } from './whole-number'

/** Rows on one page of a list. */
const PAGE_SIZE = 50

const LAST_PAGE = 20_000

/** One page of a list. */
export interface Paged<Row> {
  rows: Row[]
  /** All there are. */
  total: number
  /** From 1. */
  page: number
  pages: number
}

/** The page that an address asks for, the first if it asks for none; null if that is no number of a page. */
export function readPage(asked: string | string[] | undefined): number | null {
  if (asked === undefined) return 1
  return (typeof asked === 'string' && readWhole(asked, LAST_PAGE)) || null
}

/** The rows of a page, as a query takes them. */
export function rowsOf(page: number): { skip: number; take: number } {
  return { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE }
}

/** One page of a list that is there whole. */
export function sliceOf<Row>(page: number, all: Row[], size = PAGE_SIZE): Paged<Row> {
  const rows = all.slice((page - 1) * size, page * size)
  return { rows, total: all.length, page, pages: Math.max(1, Math.ceil(all.length / size)) }
}

/** @param first rows that all stand on the first page, before the others, and are not in `total` */
export function pageOf<Row>(page: number, rows: Row[], total: number, first: Row[] = []): Paged<Row> {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  return { rows: page === 1 ? [...first, ...rows] : rows, total: total + first.length, page, pages }
}
