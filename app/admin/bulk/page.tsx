import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { codeName } from '@/components/admin/code-name'
import { Empty } from '@/components/admin/empty'
import { MainAction, PageHeading } from '@/components/admin/page-heading'
import { Pages } from '@/components/admin/pages'
import { PetitionName } from '@/components/admin/petition-name'
import { StatusPill } from '@/components/admin/pill'
import { Time } from '@/components/admin/time'
import { t, tOf } from '@/components/admin/words'
import { listBulkActions } from '@/lib/bulk-actions/find-bulk-action'
import { readPage } from '@/lib/input/pages'
import { may } from '@/lib/staff/roles'

export default adminPage('bulk.read', async (staff, { searchParams }) => {
  const page = readPage((await searchParams).page)
  const list = page === null ? null : await listBulkActions(staff, page)
  return (
    <>
      <PageHeading
        actions={
          may(staff.role, 'bulk.ask') && <MainAction href="/admin/bulk/new">{t('bulk.newBulkAction')}</MainAction>
        }
      >
        {t('bulk.bulkActions')}
      </PageHeading>
      {list?.total === 0 ? (
        <Empty>{t('bulk.noBulkActionsYet')}</Empty>
      ) : (
        <AdminTable
          id="list"
          heads={[
            { time: t('common.requested') },
            t('common.action'),
            t('common.stage'),
            { number: t('common.signatures') },
            t('common.petition'),
            t('common.requestedBy'),
            t('common.approvedBy'),
          ]}
        >
          {list?.rows.map((act) => (
            <tr key={act.id}>
              <td>
                <Time at={act.askedAt} />
              </td>
              <td>
                <a href={`/admin/bulk/${act.id}`}>{act.undoes ? tOf('bulkUndoing', act.verb) : codeName(act.verb)}</a>
              </td>
              <td>
                <StatusPill code={act.stage} />
              </td>
              <td className="number">{act.total.toLocaleString('en')}</td>
              <td>
                <PetitionName slug={act.petition} />
              </td>
              <td>
                <bdi>{act.askedBy}</bdi>
              </td>
              <td>{act.approvedBy && <bdi>{act.approvedBy}</bdi>}</td>
            </tr>
          ))}
        </AdminTable>
      )}
      <Pages of={list} path="/admin/bulk" />
    </>
  )
})
