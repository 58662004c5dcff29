import type { Metadata } from 'next'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { deskPage } from '@/components/admin/desk-page'
import { DeskTable } from '@/components/admin/desk-table'
import { Notice } from '@/components/admin/notice'
import { listSources } from '@/lib/coalition/desk/list-sources'
import { may } from '@/lib/staff/roles'

export const metadata: Metadata = { title: 'Sources' }

export default deskPage('coalition.read', async (staff, { searchParams }) => {
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
        <DeskTable heads={['Title', 'Publisher', 'Published', 'Key']}>
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
        </DeskTable>
      )}
    </>
  )
})
