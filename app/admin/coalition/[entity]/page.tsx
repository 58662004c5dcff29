import { notFound } from 'next/navigation'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable, type TableHead } from '@/components/admin/admin-table'
import type { SortedHead } from '@/components/admin/coalition/entities/entity-view'
import { entityViewAt } from '@/components/admin/coalition/entities/entity-views'
import { ListTabs } from '@/components/admin/coalition/list-tabs'
import { Empty } from '@/components/admin/empty'
import { Notice } from '@/components/admin/notice'
import { MainAction, PageHeading } from '@/components/admin/page-heading'
import { NoSuchOrder } from '@/components/admin/query-errors'
import { sorted } from '@/components/admin/sorted'
import { t } from '@/components/admin/words'
import { listEditable } from '@/lib/coalition/entities/find-editable'
import { may } from '@/lib/staff/roles'

/** The list of one kind of entity. */
export default adminPage('coalition.read', async (staff, { params, searchParams }) => {
  const { entity: path = '' } = await params
  const view = entityViewAt(path) ?? notFound()
  const { title = view.plural, intro, links = [], empty, heads, cells } = view.list
  const room = `/admin/coalition/${path}`
  const rows = await listEditable(staff, view.entity)
  const query = await searchParams
  const narrowed = view.list.filter?.(rows, query)
  const columns = Object.fromEntries(heads.flatMap((head) => (isSorted(head) ? [[head.column, head.by]] : [])))
  const list = sorted(narrowed?.left ?? rows, { path: room, query, columns })
  const shown = list.rows
  const writes = may(staff.role, 'coalition.write')
  return (
    <>
      <PageHeading
        actions={
          (writes || links.length > 0) && (
            <>
              {writes && <MainAction href={`${room}/new`}>{view.add.title}</MainAction>}
              {links.map(([end, label]) => (
                <a key={end} href={`${room}/${end}`}>
                  {label}
                </a>
              ))}
            </>
          )
        }
      >
        {title}
      </PageHeading>
      <ListTabs here={path} />
      <Notice searchParams={searchParams} />
      {intro && <p>{intro}</p>}
      {rows.length > 0 && narrowed?.form}
      {rows.length === 0 && <Empty>{empty}</Empty>}
      {list.wrong && <NoSuchOrder query={query} />}
      {rows.length > 0 && shown.length === 0 && !list.wrong && (
        <Empty next={{ href: room, words: t('signatures.clearFilters') }}>{t('coalition.noneIsLikeThat')}</Empty>
      )}
      {shown.length > 0 && (
        <AdminTable
          id="list"
          heads={heads.map((head) => (isSorted(head) ? { text: head.text, sort: list.head(head.column) } : head))}
        >
          {shown.map((found) => (
            <tr key={found.id}>
              {cells(found, (label) => (
                <a href={`${room}/${found.id}`}>
                  <bdi>{label}</bdi>
                </a>
              ))}
            </tr>
          ))}
        </AdminTable>
      )}
    </>
  )
})

function isSorted<Row>(head: TableHead | SortedHead<Row>): head is SortedHead<Row> {
  return typeof head === 'object' && 'column' in head
}
