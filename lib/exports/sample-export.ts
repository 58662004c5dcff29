import { authoriseRole } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { ExportOrder } from './order'
import { type ExportRow, readSample } from './read-rows'

/** Rows shown before a file is requested. */
const SAMPLE = 3

/** Returns a file's first rows, with personal columns masked. Decrypts nothing. */
export function sampleExport(
  by: Staff,
  { filter, columns, zone, recipient }: Pick<ExportOrder, 'filter' | 'columns' | 'zone' | 'recipient'>,
  now: Date,
): Promise<ExportRow[]> {
  authoriseRole(by, recipient ? 'export.personal' : 'export.ask')
  return readSample({ filter, columns, zone, askedAt: now, petitionId: filter.petition }, SAMPLE)
}
