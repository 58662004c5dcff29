import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { Notice } from '@/components/admin/notice'
import { listEditableLetters } from '@/lib/coalition/admin/list-editable-letters'
import { may } from '@/lib/staff/roles'

export const metadata: Metadata = { title: 'Letters' }

export default adminPage('coalition.read', async (staff, { searchParams }) => {
  const letters = await listEditableLetters(staff)
  return (
    <>
      <h1>Letters</h1>
      <CoalitionNav staff={staff} at="letters" />
      <Notice searchParams={searchParams} />
      {may(staff.role, 'coalition.write') && (
        <p>
          <a href="/admin/coalition/letters/new">Begin a letter</a>
        </p>
      )}
      {letters.length === 0 ? (
        <p className="empty">There are no letters.</p>
      ) : (
        <AdminTable heads={['Date', 'Letter', 'State', { number: 'Co-signers' }, { number: 'To look at' }]}>
          {letters.map(({ id, slug, title, status, dated, signers, waiting }) => (
            <tr key={id}>
              <td>{dated}</td>
              <td className="name">
                <a href={`/admin/coalition/letters/${id}`}>{title ?? slug}</a>
              </td>
              <td>
                <span className={status === 'draft' ? 'tag held' : 'tag'}>{status}</span>
              </td>
              <td className="number">{signers}</td>
              <td className="number">{waiting}</td>
            </tr>
          ))}
        </AdminTable>
      )}
    </>
  )
})
