import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { Notice } from '@/components/admin/notice'
import { PetitionName } from '@/components/admin/petition-name'
import { listForAdmin } from '@/lib/petitions/admin/list-for-admin'
import { may } from '@/lib/staff/roles'
import { languageName } from '@/messages/language-name'

export const metadata: Metadata = { title: 'Petitions' }

export default adminPage('petition.read', async (staff, { searchParams }) => {
  const petitions = await listForAdmin(staff)
  return (
    <>
      <h1>Petitions</h1>
      <Notice searchParams={searchParams} />
      {may(staff.role, 'petition.write') && (
        <p>
          <a href="/admin/petitions/new">New petition</a>
        </p>
      )}
      {petitions.length === 0 ? (
        <p className="empty">No petitions yet.</p>
      ) : (
        <AdminTable
          id="list"
          heads={[
            'Petition',
            'Status',
            { number: 'Count' },
            { number: 'Goal' },
            'Published in',
            'Outdated translations',
          ]}
        >
          {petitions.map((petition) => (
            <tr key={petition.id}>
              <td>
                <a href={`/admin/petitions/${petition.id}`}>
                  <PetitionName slug={petition.slug} />
                </a>{' '}
                <span className="muted">/{petition.slug}</span>
              </td>
              <td>
                <span className="tag">{petition.status}</span>{' '}
                {petition.removed && <span className="tag held">unpublished</span>}
              </td>
              <td className="number">{petition.net.toLocaleString('en')}</td>
              <td className="number">{petition.goal.toLocaleString('en')}</td>
              <td>{petition.published.map((code) => languageName(code)).join(', ') || 'no language'}</td>
              <td>{petition.outdated.map((code) => languageName(code)).join(', ') || 'none'}</td>
            </tr>
          ))}
        </AdminTable>
      )}
    </>
  )
})
