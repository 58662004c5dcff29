import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { Notice } from '@/components/admin/notice'
import { listSources } from '@/lib/coalition/admin/list-sources'
import { may } from '@/lib/staff/roles'

export const metadata: Metadata = { title: 'Sources' }

export default adminPage('coalition.read', async (staff, { searchParams }) => {
  const sources = await listSources(staff)
  return (
    <>
      <h1>Sources</h1>
      <CoalitionNav staff={staff} at="sources" />
      <Notice searchParams={searchParams} />
      <p>What members, activities, letters and the statement rest on. Each is entered once and named by many.</p>
      {may(staff.role, 'coalition.write') && (
        <p>
          <a href="/admin/coalition/sources/new">Add a source</a>
        </p>
      )}
      {sources.length === 0 ? (
        <p className="empty">There are no sources.</p>
      ) : (
        <AdminTable heads={['Title', 'Publisher', 'Published', 'Key']}>
          {sources.map(({ key, values: { name, publisher, published } }) => (
            <tr key={key}>
              <td className="name">
                <a href={`/admin/coalition/sources/${key}`}>{name}</a>
              </td>
              <td className="name">{publisher}</td>
              <td>{published || '–'}</td>
              <td>
                <code>{key}</code>
              </td>
            </tr>
          ))}
        </AdminTable>
      )}
    </>
  )
})
