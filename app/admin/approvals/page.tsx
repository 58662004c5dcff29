import type { Metadata } from 'next'
import { askedFor } from '@/components/admin/asked-for'
import { deskPage } from '@/components/admin/desk-page'
import { DeskTable } from '@/components/admin/desk-table'
import { Notice } from '@/components/admin/notice'
import { Time } from '@/components/admin/time'
import { listApprovals } from '@/lib/staff/approvals/list-approvals'

export const metadata: Metadata = { title: 'Two people' }

export default deskPage('approval.read', async (staff, { searchParams }) => {
  const approvals = await listApprovals(staff, new Date())
  return (
    <>
      <h1>What takes two people</h1>
      <Notice searchParams={searchParams} />
      {approvals.length === 0 ? (
        <p className="empty">Nothing was asked for.</p>
      ) : (
        <DeskTable heads={['Asked (UTC)', 'What', 'Stage', 'Asked by', 'Decided by']}>
          {approvals.map((one) => (
            <tr key={one.id}>
              <td>
                <Time at={one.askedAt} />
              </td>
              <td>
                <a href={`/admin/approvals/${one.id}`}>{askedFor(one.verb)}</a>
              </td>
              <td>
                <span className="tag">{one.stage}</span>
              </td>
              <td>{one.askedBy}</td>
              <td>{one.decidedBy ?? ''}</td>
            </tr>
          ))}
        </DeskTable>
      )}
    </>
  )
})
