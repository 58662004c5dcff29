import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { GrowthBars } from '@/components/admin/charts/growth-bars'
import { ShareBars } from '@/components/admin/charts/share-bars'
import { countryName } from '@/components/admin/display-names'
import { MemberName } from '@/components/admin/member-name'
import { Time } from '@/components/admin/time'
import { findGrowth } from '@/lib/overview/find-growth'
import { findShares } from '@/lib/overview/find-shares'
import { may } from '@/lib/staff/roles'
import { languageName } from '@/messages/language-name'

export const metadata: Metadata = { title: 'Reports' }

export default adminPage('overview.see', async (staff) => {
  const [growth, shares] = await Promise.all([findGrowth(staff, new Date()), findShares(staff)])
  const links = may(staff.role, 'signature.list')
  const list = (name: string) => (code: string) => (links && code ? `/admin/signatures?${name}=${code}` : null)
  return (
    <>
      <h1>Reports</h1>
      <h2>Signatures per hour, last two days</h2>
      <GrowthBars id="hours" title="Net signatures per hour" bars={growth.hours} name={hourOf} unit="Hour" />
      <h2>Signatures per day, last 90 days</h2>
      <GrowthBars id="days" title="Net signatures per day" bars={growth.days} name={dayOf} unit="Day" />
      <div className="thirds">
        <section>
          <h2>By country</h2>
          <ShareBars
            title="Signatures by country"
            shares={shares.countries}
            name={countryName}
            href={list('country')}
          />
        </section>
        <section>
          <h2>By language</h2>
          <ShareBars
            title="Signatures by language"
            shares={shares.languages}
            name={(code) => languageName(code)}
            href={list('locale')}
          />
        </section>
        <section>
          <h2>By member’s link</h2>
          <ShareBars
            title="Signatures by referring member"
            shares={shares.members}
            name={(code) => (code ? <MemberName slug={code} /> : 'No member’s link')}
            href={list('via')}
          />
          {shares.asOf && (
            <p className="muted">
              Languages and members last counted at <Time at={shares.asOf} zone />.
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
