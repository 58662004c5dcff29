import type { Metadata } from 'next'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { deskPage } from '@/components/admin/desk-page'
import { Notice } from '@/components/admin/notice'
import { Time } from '@/components/admin/time'
import { listApplications } from '@/lib/coalition/desk/list-applications'

export const metadata: Metadata = { title: 'Applications' }

export default deskPage('coalition.open', async (staff, { searchParams }) => {
  const applications = await listApplications(staff)
  return (
    <>
      <h1>Applications to join</h1>
      <CoalitionNav staff={staff} at="applications" />
      <Notice searchParams={searchParams} />
      {applications.length === 0 ? (
        <p className="empty">Nobody has applied.</p>
      ) : (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Received (UTC)</th>
                <th scope="col">State</th>
                <th scope="col">Who</th>
                <th scope="col">Country</th>
                <th scope="col">Language</th>
              </tr>
            </thead>
            <tbody>
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
                  <td>{country}</td>
                  <td>{locale}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
})
