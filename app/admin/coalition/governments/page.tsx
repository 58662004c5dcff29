import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { Notice } from '@/components/admin/notice'
import { countryName } from '@/components/site/country-names'
import { listEditableGovernments } from '@/lib/coalition/admin/list-editable-governments'
import { may } from '@/lib/staff/roles'

export const metadata: Metadata = { title: 'Government addresses' }

export default adminPage('coalition.read', async (staff, { searchParams }) => {
  const addresses = await listEditableGovernments(staff)
  return (
    <>
      <h1>Government addresses</h1>
      <CoalitionNav staff={staff} at="governments" />
      <Notice searchParams={searchParams} />
      <p>Where signers’ letters to their governments go. Only addresses that an official page names.</p>
      {may(staff.role, 'coalition.write') && (
        <p>
          <a href="/admin/coalition/governments/new">Add an address</a>
        </p>
      )}
      {addresses.length === 0 ? (
        <p className="empty">There are no addresses yet.</p>
      ) : (
        <AdminTable heads={['Country', 'Office', 'Address', 'Source', 'Looked at']}>
          {addresses.map(({ country, office, email, url, checkedOn }) => (
            <tr key={`${country} ${office}`}>
              <td className="name">
                <a href={`/admin/coalition/governments/${country}.${office}`}>{countryName(country, 'en')}</a>
              </td>
              <td>{office.replaceAll('_', ' ')}</td>
              <td>{email}</td>
              <td className="name">{url ?? 'none'}</td>
              <td>{checkedOn.toISOString().slice(0, 10)}</td>
            </tr>
          ))}
        </AdminTable>
      )}
    </>
  )
})
