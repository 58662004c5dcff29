import type { Metadata } from 'next'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { deskPage } from '@/components/admin/desk-page'
import { DeskTable } from '@/components/admin/desk-table'
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
        <DeskTable heads={['Received (UTC)', 'State', 'Who', 'Country', 'Language']}>
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
        </DeskTable>
      )}
    </>
  )
})
