import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { codeName } from '@/components/admin/code-name'
import { Notice } from '@/components/admin/notice'
import { Time } from '@/components/admin/time'
import { describeAct } from '@/lib/staff/approvals/describe-act'
import { type ApprovalView, listApprovals } from '@/lib/staff/approvals/list-approvals'

export const metadata: Metadata = { title: 'Approvals' }

export default adminPage('approval.read', async (staff, { searchParams }) => {
  const approvals = await listApprovals(staff, new Date())
  const scheduled = approvals.filter(({ stage }) => stage === 'scheduled')
  return (
    <>
      <h1>Approvals</h1>
      <Notice searchParams={searchParams} />
      {scheduled.length > 0 && (
        <>
          <h2>Scheduled (anyone on the staff can stop these)</h2>
          <Approvals rows={scheduled} />
          <h2>Other requests</h2>
        </>
      )}
      {approvals.length === scheduled.length ? (
        <p className="empty">No {scheduled.length > 0 ? 'other ' : ''}requests.</p>
      ) : (
        <Approvals rows={approvals.filter(({ stage }) => stage !== 'scheduled')} />
      )}
    </>
  )
})

function Approvals({ rows }: { rows: ApprovalView[] }) {
  return (
    <AdminTable
      heads={[{ time: 'Requested' }, 'Action', 'Stage', 'Requested by', 'Decided by', { time: 'Earliest execution' }]}
    >
      {rows.map((one) => (
        <tr key={one.id}>
          <td>
            <Time at={one.askedAt} />
          </td>
          <td>
            <a href={`/admin/approvals/${one.id}`}>{describeAct(one)}</a>
          </td>
          <td>
            <span className={one.stage === 'scheduled' ? 'tag held' : 'tag'}>{codeName(one.stage)}</span>
          </td>
          <td>{one.askedBy}</td>
          <td>{one.decidedBy ?? ''}</td>
          <td>{one.dueAt && <Time at={one.dueAt} />}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
