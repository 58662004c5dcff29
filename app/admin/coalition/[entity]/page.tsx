import { notFound } from 'next/navigation'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { entityViewAt } from '@/components/admin/coalition/entities/entity-views'
import { ListTabs } from '@/components/admin/coalition/list-tabs'
import { Empty } from '@/components/admin/empty'
import { Notice } from '@/components/admin/notice'
import { MainAction, PageHeading } from '@/components/admin/page-heading'
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
  const narrowed = view.list.filter?.(rows, await searchParams)
  const shown = narrowed?.left ?? rows
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
      {rows.length > 0 && shown.length === 0 && (
        <Empty next={{ href: room, words: t('signatures.clearFilters') }}>{t('coalition.noneIsLikeThat')}</Empty>
      )}
      {shown.length > 0 && (
        <AdminTable id="list" heads={heads}>
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
