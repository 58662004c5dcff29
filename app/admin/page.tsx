import type { Metadata } from 'next'
import { deskPage } from '@/components/admin/desk-page'
import { HourBars } from '@/components/admin/hour-bars'
import { MailHealth } from '@/components/admin/mail-health'
import { Notice } from '@/components/admin/notice'
import { OverviewLists } from '@/components/admin/overview-lists'
import { findMailHealth } from '@/lib/staff/find-mail-health'
import { findOverview } from '@/lib/staff/find-overview'
import { may } from '@/lib/staff/roles'

export const metadata: Metadata = { title: 'Overview' }

export default deskPage('desk.see', async (staff, { searchParams }) => {
  const [overview, health] = await Promise.all([findOverview(staff, new Date()), findMailHealth(staff, new Date())])
  const links = may(staff.role, 'signature.list')
  return (
    <>
      <h1>Overview</h1>
      <Notice searchParams={searchParams} />
      <div className="beside">
        <section>
          <OverviewLists overview={overview} links={links} />
          <MailHealth health={health} staff={staff} />
        </section>
        <section>
          <h2>Counted by the hour, the last two days</h2>
          <HourBars hours={overview.hours} />
          <h2>Petitions</h2>
          <div className="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">Petition</th>
                  <th scope="col">Status</th>
                  <th scope="col" className="number">
                    Count
                  </th>
                  <th scope="col" className="number">
                    Goal
                  </th>
                </tr>
              </thead>
              <tbody>
                {overview.petitions.map(({ id, slug, status, net, goal }) => (
                  <tr key={id}>
                    <td>
                      <a href={`/admin/petitions/${id}`}>{slug}</a>
                    </td>
                    <td>{status}</td>
                    <td className="number">
                      {links ? (
                        <a href={`/admin/signatures?petition=${id}`}>{net.toLocaleString('en')}</a>
                      ) : (
                        net.toLocaleString('en')
                      )}
                    </td>
                    <td className="number">{goal.toLocaleString('en')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <h2>Countries with the most</h2>
          <ul className="sample">
            {overview.countries.map(({ country, net }) => (
              <li key={country}>
                {links ? <a href={`/admin/signatures?country=${country}`}>{country}</a> : country}{' '}
                {net.toLocaleString('en')}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
})
