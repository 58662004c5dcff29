import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { capital, codeName } from '@/components/admin/code-name'
import { PetitionName } from '@/components/admin/petition-name'
import { Time } from '@/components/admin/time'
import { listBulkActions } from '@/lib/bulk-actions/find-bulk-action'
import { may } from '@/lib/staff/roles'

export const metadata: Metadata = { title: 'Bulk actions' }

export default adminPage('bulk.read', async (staff) => {
  const acts = await listBulkActions(staff)
  return (
    <>
      <h1>Bulk actions</h1>
      {may(staff.role, 'bulk.ask') && (
        <p>
          <a href="/admin/bulk/new">New bulk action</a>
        </p>
      )}
      {acts.length === 0 ? (
        <p className="empty">No bulk actions yet.</p>
      ) : (
        <AdminTable
          id="list"
          heads={[
            { time: 'Requested' },
            'Action',
            'Stage',
            { number: 'Signatures' },
            'Petition',
            'Requested by',
            'Approved by',
          ]}
        >
          {acts.map((act) => (
            <tr key={act.id}>
              <td>
                <Time at={act.askedAt} />
              </td>
              <td>
                <a href={`/admin/bulk/${act.id}`}>{act.undoes ? `Undo: ${act.verb}` : capital(act.verb)}</a>
              </td>
              <td>
                <span className="tag">{codeName(act.stage)}</span>
              </td>
              <td className="number">{act.total.toLocaleString('en')}</td>
              <td>
                <PetitionName slug={act.petition} />
              </td>
              <td>{act.askedBy}</td>
              <td>{act.approvedBy ?? ''}</td>
            </tr>
          ))}
        </AdminTable>
      )}
    </>
  )
})
