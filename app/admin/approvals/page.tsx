import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { Notice } from '@/components/admin/notice'
import { Time } from '@/components/admin/time'
import { describeAct } from '@/lib/staff/approvals/describe-act'
import { type ApprovalView, listApprovals } from '@/lib/staff/approvals/list-approvals'

export const metadata: Metadata = { title: 'Two people' }

export default adminPage('approval.read', async (staff, { searchParams }) => {
  const approvals = await listApprovals(staff, new Date())
  const scheduled = approvals.filter(({ stage }) => stage === 'scheduled')
  return (
    <>
      <h1>What takes two people</h1>
      <Notice searchParams={searchParams} />
      {scheduled.length > 0 && (
        <>
          <h2>Scheduled: anyone of the staff can stop it</h2>
          <Approvals rows={scheduled} />
          <h2>All others</h2>
        </>
      )}
      {approvals.length === scheduled.length ? (
        <p className="empty">Nothing {scheduled.length > 0 ? 'else ' : ''}was asked for.</p>
      ) : (
        <Approvals rows={approvals.filter(({ stage }) => stage !== 'scheduled')} />
      )}
    </>
  )
})

function Approvals({ rows }: { rows: ApprovalView[] }) {
  return (
    <AdminTable heads={['Asked (UTC)', 'What', 'Stage', 'Asked by', 'Decided by', 'Done at the earliest (UTC)']}>
      {rows.map((one) => (
        <tr key={one.id}>
          <td>
            <Time at={one.askedAt} />
          </td>
          <td>
            <a href={`/admin/approvals/${one.id}`}>{describeAct(one.verb)}</a>
          </td>
          <td>
            <span className={one.stage === 'scheduled' ? 'tag held' : 'tag'}>{one.stage}</span>
          </td>
          <td>{one.askedBy}</td>
          <td>{one.decidedBy ?? ''}</td>
          <td>{one.dueAt && <Time at={one.dueAt} />}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
