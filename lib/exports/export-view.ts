import { readFilter } from '@/lib/signatures/admin/filter'
import type { DataExport } from '@/prisma/generated/client'
import type { Display } from '@/prisma/generated/enums'
import { allColumns, type Column } from './columns'
import type { Which } from './which-rows'

/** An export whose filter and columns have been parsed. */
export type Export = Omit<DataExport, 'filter' | 'columns'> & Which

/** What of an export makes the text of its file. */
export type RowFile = Which &
  Pick<DataExport, 'id' | 'petitionId' | 'rows' | 'format' | 'reason'> & {
    /** Whose days its days are; without one, those of UTC. */
    zone?: string
    /** Is told of each name as it stands in the file. */
    noteName?(signature: { emailIndex: Buffer; contentMac: Buffer; display: Display; name: string }): void
  }

/** In ms: the time for which a file can be fetched; and the number of times that a download may be begun. */
export const FETCHED_FOR = 24 * 3_600_000
export const MAX_DOWNLOADS = 3

/** @returns null where filter or columns can no longer be read: such a file is not made */
export function readExport({ filter, columns, ...row }: DataExport): Export | null {
  const parts = JSON.parse(filter) as Record<string, string>
  const known: Column[] = allColumns.filter((column) => columns.includes(column))
  const read = readFilter({ ...parts, petition: row.petitionId })
  if (!read.ok || known.length !== columns.length) return null
  return { ...row, filter: read.filter, columns: known }
}
