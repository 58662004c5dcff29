import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { askName } from '@/components/admin/ask-name'
import { codeName } from '@/components/admin/code-name'
import { Empty } from '@/components/admin/empty'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { Pages } from '@/components/admin/pages'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { readPage } from '@/lib/input/pages'
import { type ApprovalView, listApprovals } from '@/lib/staff/approvals/list-approvals'

export default adminPage('approval.read', async (staff, { searchParams }) => {
  const page = readPage((await searchParams).page)
  const list = page === null ? null : await listApprovals(staff, new Date(), page)
  const approvals = list?.rows ?? []
  const scheduled = approvals.filter(({ stage }) => stage === 'scheduled')
  const others = approvals.filter(({ stage }) => stage !== 'scheduled')
  return (
    <>
      <PageHeading>{t('approvals.approvals')}</PageHeading>
      <Notice searchParams={searchParams} />
      {scheduled.length > 0 && (
        <>
          <h2>{t('approvals.scheduledAnyoneOnThe')}</h2>
          <Approvals rows={scheduled} />
          <h2>{t('approvals.otherRequests')}</h2>
        </>
      )}
      {others.length > 0 && <Approvals rows={others} />}
      {list && others.length === 0 && list.total === scheduled.length && (
        <Empty>{scheduled.length > 0 ? t('approvals.noOtherRequests') : t('approvals.noRequests')}</Empty>
      )}
      <Pages of={list} path="/admin/approvals" />
    </>
  )
})

function Approvals({ rows }: { rows: ApprovalView[] }) {
  return (
    <AdminTable
      heads={[
        { time: t('common.requested') },
        t('common.action'),
        t('common.stage'),
        t('common.requestedBy'),
        t('approvals.decidedBy'),
        { time: t('approvals.earliestExecution') },
      ]}
    >
      {rows.map((one) => (
        <tr key={one.id}>
          <td>
            <Time at={one.askedAt} />
          </td>
          <td>
            <a href={`/admin/approvals/${one.id}`}>{askName(one)}</a>
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
