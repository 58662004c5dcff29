import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { Notice } from '@/components/admin/notice'
import { listEditableActivities } from '@/lib/coalition/admin/list-editable-activities'
import { may } from '@/lib/staff/roles'

export const metadata: Metadata = { title: 'Activities' }

export default adminPage('coalition.read', async (staff, { searchParams }) => {
  const activities = await listEditableActivities(staff)
  return (
    <>
      <h1>Activities</h1>
      <CoalitionNav staff={staff} at="activities" />
      <Notice searchParams={searchParams} />
      {may(staff.role, 'coalition.write') && (
        <p>
          <a href="/admin/coalition/activities/new">Add an activity</a>
        </p>
      )}
      {activities.length === 0 ? (
        <p className="empty">There are no activities.</p>
      ) : (
        <AdminTable heads={['When', 'What', 'State', 'Languages']}>
          {activities.map(({ id, slug, title, happened, published, locales }) => (
            <tr key={id}>
              <td>{happened}</td>
              <td className="name">
                <a href={`/admin/coalition/activities/${id}`}>{title ?? slug}</a>
              </td>
              <td>
                <span className={published ? 'tag' : 'tag held'}>{published ? 'published' : 'not published'}</span>
              </td>
              <td>{locales.sort().join(' ') || '–'}</td>
            </tr>
          ))}
        </AdminTable>
      )}
    </>
  )
})
