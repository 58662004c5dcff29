import type { Query } from '@/lib/input/read-query'
import { listAddress } from '@/lib/web/admin/list-address'
import { readerLanguage } from '@/lib/web/admin/reader-language'

/** A sort key; null comes last in both directions. */
export type SortValue = string | number | Date | null

/** A column's current order, and the address at which the list is sorted by it. */
export interface HeadSort {
  href: string
  now: 'ascending' | 'descending' | null
}

interface Sorted<Row, Column> {
  rows: Row[]
  /** The query asks for an unknown column, so nothing is listed. */
  wrong: boolean
  /** @param down the first press sorts descending */
  head(column: Column, down?: boolean): HeadSort
}

/**
 * Sorts a complete list by the query's column (`sort=name`, or `-name` for descending); otherwise leaves its order.
 * @param columns by which it can be sorted
 */
export function sorted<Row, Column extends string>(
  rows: Row[],
  { path, query, columns }: { path: string; query: Query; columns: Record<Column, (row: Row) => SortValue> },
): Sorted<Row, Column> {
  const asked = query.sort || undefined
  const by = (Object.keys(columns) as Column[]).find((one) => asked === one || asked === `-${one}`)
  const isDown = by !== undefined && asked !== by
  return {
    rows: by ? inOrder(rows, columns[by], isDown) : asked ? [] : rows,
    wrong: asked !== undefined && by === undefined,
    head(column, down = false) {
      const goesDown = column === by ? !isDown : down
      return {
        href: listAddress(path, query, { sort: `${goesDown ? '-' : ''}${column}` }),
        now: column === by ? (isDown ? 'descending' : 'ascending') : null,
      }
    },
  }
}

function inOrder<Row>(rows: Row[], by: (row: Row) => SortValue, isDown: boolean): Row[] {
  const words = new Intl.Collator(readerLanguage(), { numeric: true })
  const compare = (a: SortValue, b: SortValue) =>
    typeof a === 'string' && typeof b === 'string' ? words.compare(a, b) : Number(a) - Number(b)
  const valued = rows.map((row) => ({ row, value: by(row) }))
  const ordered = valued
    .filter(({ value }) => value !== null)
    .toSorted((a, b) => (isDown ? compare(b.value, a.value) : compare(a.value, b.value)))
  return [...ordered, ...valued.filter(({ value }) => value === null)].map(({ row }) => row)
}
