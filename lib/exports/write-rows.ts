import { stringify } from 'csv-stringify/sync'
import type { RowFile } from './export-view'
import { type ExportRow, readRows } from './read-rows'

/** The author and content of the file: its visible watermark. */
export interface Origin {
  by: string
  petition: string
  madeAt: Date
}

/**
 * Yields the text of a file in pieces. CSV: RFC 4180 in UTF-8, every cell quoted, with formulas disarmed; the origin is
 * in the heading of the last column. JSON Lines: the origin is the first line.
 * @param pages its rows, if they were read already
 */
export async function* writeRows(
  file: RowFile,
  origin: Origin,
  pages: AsyncIterable<ExportRow[]> | ExportRow[][] = readRows(file),
): AsyncGenerator<{ text: string; rows: number }> {
  const columns = [...file.columns, 'mark']
  const head = said(file, origin)
  const csv = (rows: (ExportRow | string[])[], heading = false) =>
    stringify(rows, { columns, quoted: true, escape_formulas: true, record_delimiter: 'windows', bom: heading })
  if (file.format === 'csv') yield { text: csv([[...file.columns, `mark; ${head}`]], true), rows: 0 }
  else yield { text: `${JSON.stringify({ export: file.id, origin: head })}\n`, rows: 0 }
  for await (const rows of pages) {
    const text = file.format === 'csv' ? csv(rows) : `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`
    yield { text, rows: rows.length }
  }
}

function said({ id, rows, zone, reason }: RowFile, { by, petition, madeAt }: Origin): string {
  const days = zone && zone !== 'UTC' ? `, days of ${zone}` : ''
  return `export ${id} of ${petition}, ${rows} signatures${days}, made ${madeAt.toISOString()} by ${by}, for: ${reason}`
}
