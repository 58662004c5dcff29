import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { codeName } from '@/components/admin/code-name'
import { Notice } from '@/components/admin/notice'
import { PetitionName } from '@/components/admin/petition-name'
import { Time } from '@/components/admin/time'
import { listExports } from '@/lib/exports/list-exports'
import { trace } from './actions'

export const metadata: Metadata = { title: 'Exports' }

export default adminPage('export.read', async (staff, { searchParams }) => {
  const files = await listExports(staff, new Date())
  return (
    <>
      <h1>Exports</h1>
      <Notice searchParams={searchParams} />
      <p>
        <a href="/admin/exports/new">Request an export</a>
      </p>
      {files.length === 0 ? (
        <p className="empty">No exports yet.</p>
      ) : (
        <AdminTable
          id="list"
          heads={[
            { time: 'Requested' },
            'Petition',
            'Columns',
            { number: 'Signatures' },
            'Stage',
            'Requested by',
            'Approved by',
          ]}
        >
          {files.map((file) => (
            <tr key={file.id}>
              <td>
                <a href={`/admin/exports/${file.id}`}>
                  <Time at={file.askedAt} />
                </a>
              </td>
              <td>
                <PetitionName slug={file.petition} />
              </td>
              <td>{file.columns.join(', ')}</td>
              <td className="number">{file.rows.toLocaleString('en')}</td>
              <td>
                <span className="tag">{codeName(file.stage)}</span>
              </td>
              <td>{file.askedBy}</td>
              <td>{file.approvedBy ?? (file.recipient ? 'nobody yet' : 'not required')}</td>
            </tr>
          ))}
        </AdminTable>
      )}
      <h2>Trace a leaked row</h2>
      <p>
        Every row of every file has its own mark, in the last column. It identifies the file that the row came from.
      </p>
      <form action={trace} className="filters">
        <label>
          Reference
          <input name="reference" required size={10} maxLength={12} spellCheck={false} autoComplete="off" />
        </label>
        <label>
          Mark
          <input name="mark" required size={10} maxLength={12} spellCheck={false} autoComplete="off" />
        </label>
        <button type="submit">Find export</button>
      </form>
    </>
  )
})
