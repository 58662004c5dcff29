import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { Notice } from '@/components/admin/notice'
import { listEditableMembers } from '@/lib/coalition/admin/list-editable-members'
import { may } from '@/lib/staff/roles'

export const metadata: Metadata = { title: 'Members' }

export default adminPage('coalition.read', async (staff, { searchParams }) => {
  const members = await listEditableMembers(staff)
  return (
    <>
      <h1>Members and supporters</h1>
      <CoalitionNav staff={staff} at="members" />
      <Notice searchParams={searchParams} />
      <p className="row">
        {may(staff.role, 'coalition.write') && <a href="/admin/coalition/members/new">Add a member</a>}
        <a href="/admin/coalition/members/csv">All as CSV</a>
      </p>
      {members.length === 0 ? (
        <p className="empty">There are no members.</p>
      ) : (
        <AdminTable heads={['Name', 'Kind', 'Country', 'Own names in', 'Left']}>
          {members.map(({ id, name, affiliation, kind, country, locales, leftOn }) => (
            <tr key={id}>
              <td className="name">
                <a href={`/admin/coalition/members/${id}`}>{name}</a> <span className="muted">{affiliation}</span>
              </td>
              <td>{kind}</td>
              <td>{country ?? '–'}</td>
              <td>{locales.sort().join(' ') || '–'}</td>
              <td>{leftOn ? leftOn.toISOString().slice(0, 10) : ''}</td>
            </tr>
          ))}
        </AdminTable>
      )}
    </>
  )
})
