import { z } from 'zod'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { age } from '@/components/admin/age'
import { askName } from '@/components/admin/ask-name'
import { Empty } from '@/components/admin/empty'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { Pages } from '@/components/admin/pages'
import { StatusPill } from '@/components/admin/pill'
import { Tabs } from '@/components/admin/tabs'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { type Paged, readPage } from '@/lib/input/pages'
import { type ApprovalView, listApprovals, listPending } from '@/lib/staff/approvals/list-approvals'

/** The requests shown: all, those that this person may decide, or their own. */
const parts = z.enum(['all', 'you', 'own']).catch('all')

export default adminPage('approval.read', async (staff, { searchParams }) => {
  const query = await searchParams
  const [show, page] = [parts.parse(query.show), readPage(query.page)]
  const now = new Date()
  const pending = await listPending(staff, now)
  return (
    <>
      <PageHeading>{t('approvals.approvals')}</PageHeading>
      <Notice searchParams={searchParams} />
      <Tabs
        name={t('approvals.parts')}
        tabs={[
          { href: '/admin/approvals', words: t('common.all'), current: show === 'all' },
          {
            href: '/admin/approvals?show=you',
            words: t('approvals.forYou', { number: pending.decidable.length }),
            current: show === 'you',
          },
          {
            href: '/admin/approvals?show=own',
            words: t('approvals.yours', { number: pending.own.length }),
            current: show === 'own',
          },
        ]}
      />
      {show === 'you' && <Pending rows={pending.decidable} now={now} none={t('approvals.nothingForYou')} />}
      {show === 'own' && <Pending rows={pending.own} now={now} none={t('approvals.nothingOfYours')} />}
      {show === 'all' && <All list={page === null ? null : await listApprovals(staff, now, page)} now={now} />}
    </>
  )
})

function Pending({ rows, now, none }: { rows: ApprovalView[]; now: Date; none: string }) {
  return rows.length === 0 ? <Empty>{none}</Empty> : <Approvals rows={rows} now={now} id="list" />
}

function All({ list, now }: { list: Paged<ApprovalView> | null; now: Date }) {
  const approvals = list?.rows ?? []
  const scheduled = approvals.filter(({ stage }) => stage === 'scheduled')
  const others = approvals.filter(({ stage }) => stage !== 'scheduled')
  return (
    <>
      {scheduled.length > 0 && (
        <>
          <h2>{t('approvals.scheduledAnyoneOnThe')}</h2>
          <Approvals rows={scheduled} now={now} id="list" />
          <h2>{t('approvals.otherRequests')}</h2>
        </>
      )}
      {others.length > 0 && (
        <Approvals rows={others} now={now} {...(scheduled.length === 0 && { id: 'list' as const })} />
      )}
      {list && others.length === 0 && list.total === scheduled.length && (
        <Empty>{scheduled.length > 0 ? t('approvals.noOtherRequests') : t('approvals.noRequests')}</Empty>
      )}
      <Pages of={list} path="/admin/approvals" />
    </>
  )
}

/** @param id of the first table of the page */
function Approvals({ rows, now, id }: { rows: ApprovalView[]; now: Date; id?: 'list' }) {
  return (
    <AdminTable
      {...(id && { id })}
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
            <StatusPill code={one.stage} />
            {one.stage === 'waiting' &&
              ` ${t('overview.expiresIn', { age: age(one.expiresAt.getTime() - now.getTime()) })}`}
          </td>
          <td>
            <bdi>{one.askedBy}</bdi>
          </td>
          <td>{one.decidedBy && <bdi>{one.decidedBy}</bdi>}</td>
          <td>{one.dueAt && <Time at={one.dueAt} />}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
