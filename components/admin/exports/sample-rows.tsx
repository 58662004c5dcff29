import type { Column } from '@/lib/exports/columns'
import type { ExportRow } from '@/lib/exports/read-rows'
import { AdminTable } from '../admin-table'
import { t, tOf } from '../words'

interface Props {
  columns: Column[]
  rows: ExportRow[]
  /** Personal columns are masked. */
  masked: boolean
}

/** The first rows of a file, with names and addresses masked. */
export function SampleRows({ columns, rows, masked }: Props) {
  return (
    <>
      <h2>{t(masked ? 'exports.sampleOfMaskedRows' : 'exports.sampleOfRows', { rows: rows.length })}</h2>
      <AdminTable heads={columns.map((column) => tOf('columnName', column) ?? column)}>
        {rows.map((row) => (
          <tr key={row.mark}>
            {columns.map((column) => (
              <td key={column}>{row[column]}</td>
            ))}
          </tr>
        ))}
      </AdminTable>
    </>
  )
}
