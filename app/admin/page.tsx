import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { GrowthBars } from '@/components/admin/charts/growth-bars'
import { ShareBars } from '@/components/admin/charts/share-bars'
import { countryName } from '@/components/admin/display-names'
import { MailHealth } from '@/components/admin/mail-health'
import { Notice } from '@/components/admin/notice'
import { MachineList } from '@/components/admin/overview/machine-list'
import { PetitionTable } from '@/components/admin/overview/petition-table'
import { QueueTable } from '@/components/admin/overview/queue-table'
import { Time } from '@/components/admin/time'
import { findGrowth } from '@/lib/overview/find-growth'
import { findMailHealth } from '@/lib/overview/find-mail-health'
import { findShares } from '@/lib/overview/find-shares'
import { findSystemStatus } from '@/lib/overview/find-system-status'
import { listQueues } from '@/lib/overview/list-queues'
import { may } from '@/lib/staff/roles'
import { languageName } from '@/messages/language-name'

export const metadata: Metadata = { title: 'Overview' }

export default adminPage('overview.see', async (staff, { searchParams }) => {
  const now = new Date()
  const [queues, growth, shares, machine, health] = await Promise.all([
    listQueues(staff, now),
    findGrowth(staff, now),
    findShares(staff),
    findSystemStatus(staff, now),
    findMailHealth(staff, now),
  ])
  const links = may(staff.role, 'signature.list')
  const list = (name: string) => (code: string) => (links && code ? `/admin/signatures?${name}=${code}` : null)
  return (
    <>
      <h1>Overview</h1>
      <Notice searchParams={searchParams} />
      <div className="beside">
        <section>
          <h2>Needs a decision</h2>
          <QueueTable queues={queues} now={now} />
          <h2>System status</h2>
          <MachineList machine={machine} links={links} />
          <MailHealth health={health} staff={staff} />
          <h2>Petitions</h2>
          <PetitionTable petitions={machine.petitions} links={links} />
        </section>
        <section>
          <h2>Signatures per hour, last two days</h2>
          <GrowthBars id="hours" title="Net signatures per hour" bars={growth.hours} name={hourOf} unit="Hour" />
          <h2>Signatures per day, last 90 days</h2>
          <GrowthBars id="days" title="Net signatures per day" bars={growth.days} name={dayOf} unit="Day" />
        </section>
      </div>
      <div className="thirds">
        <section>
          <h2>Countries</h2>
          <ShareBars
            title="Signatures by country"
            shares={shares.countries}
            name={countryName}
            href={list('country')}
          />
        </section>
        <section>
          <h2>Languages</h2>
          <ShareBars
            title="Signatures by language"
            shares={shares.languages}
            name={(code) => languageName(code)}
            href={list('locale')}
          />
        </section>
        <section>
          <h2>By member</h2>
          <ShareBars
            title="Signatures by referring member"
            shares={shares.members}
            name={(code) => code || 'no member'}
            href={list('via')}
          />
          {shares.asOf && (
            <p className="muted">
              Languages and members last counted at <Time at={shares.asOf} /> UTC.
            </p>
          )}
        </section>
      </div>
    </>
  )
})

function hourOf(at: Date): string {
  return at.toISOString().slice(5, 16).replace('T', ' ')
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
