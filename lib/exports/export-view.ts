import { readFilter } from '@/lib/signatures/admin/filter'
import type { DataExport } from '@/prisma/generated/client'
import type { Display } from '@/prisma/generated/enums'
import { allColumns, type Column } from './columns'
import type { Which } from './which-rows'

/** An export whose filter and columns have been parsed. */
export type Export = Omit<DataExport, 'filter' | 'columns'> & Which

/** The part of an export that determines the content of its file. */
export type RowFile = Which &
  Pick<DataExport, 'id' | 'petitionId' | 'rows' | 'format' | 'reason'> & {
    /** The time zone of its days; UTC by default. */
    zone?: string
    /** Called for each name as written to the file. */
    noteName?(signature: { emailIndex: Buffer; contentMac: Buffer; display: Display; name: string }): void
  }

/** How long a file can be downloaded, in ms, and how many downloads can be started. */
export const FETCHED_FOR = 24 * 3_600_000
export const MAX_DOWNLOADS = 3

/** @returns null if its filter or columns are no longer valid; the file cannot be made */
export function readExport({ filter, columns, ...row }: DataExport): Export | null {
  const parts = JSON.parse(filter) as Record<string, string>
  const known: Column[] = allColumns.filter((column) => columns.includes(column))
  const read = readFilter({ ...parts, petition: row.petitionId })
  if (!read.ok || known.length !== columns.length) return null
  return { ...row, filter: read.filter, columns: known }
}
