import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { countryName } from '@/components/admin/display-names'
import { Notice } from '@/components/admin/notice'
import { Time } from '@/components/admin/time'
import { listApplications } from '@/lib/coalition/admin/list-applications'
import { languageName } from '@/messages/language-name'

export const metadata: Metadata = { title: 'Applications' }

export default adminPage('coalition.open', async (staff, { searchParams }) => {
  const applications = await listApplications(staff)
  return (
    <>
      <h1>Applications to join</h1>
      <Notice searchParams={searchParams} />
      {applications.length === 0 ? (
        <p className="empty">No applications yet.</p>
      ) : (
        <AdminTable id="list" heads={[{ time: 'Received' }, 'State', 'Who', 'Country', 'Language']}>
          {applications.map(({ id, receivedAt, state, kind, country, locale }) => (
            <tr key={id}>
              <td>
                <a href={`/admin/coalition/applications/${id}`}>
                  <Time at={receivedAt} />
                </a>
              </td>
              <td>
                <span className={state === 'confirmed' ? 'tag held' : 'tag'}>
                  {state === 'confirmed' ? 'to decide' : state}
                </span>
              </td>
              <td>{kind}</td>
              <td>{countryName(country)}</td>
              <td>{languageName(locale)}</td>
            </tr>
          ))}
        </AdminTable>
      )}
    </>
  )
})
