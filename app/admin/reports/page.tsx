import { adminPage } from '@/components/admin/admin-page'
import { GrowthBars } from '@/components/admin/charts/growth-bars'
import { ShareBars } from '@/components/admin/charts/share-bars'
import { countryName, languageName } from '@/components/admin/display-names'
import { MemberName } from '@/components/admin/member-name'
import { PageHeading } from '@/components/admin/page-heading'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { findGrowth } from '@/lib/overview/find-growth'
import { findShares } from '@/lib/overview/find-shares'
import { may } from '@/lib/staff/roles'
import { timeIn, zoneName } from '@/lib/text/time-zone'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'

const HOUR = 3_600_000

export default adminPage('overview.see', async (staff) => {
  const [growth, shares] = await Promise.all([findGrowth(staff, new Date()), findShares(staff)])
  const { asOf } = shares
  const zone = readerZone()
  const links = may(staff.role, 'signature.list')
  const list = (name: string) => (code: string) => (links && code ? `/admin/signatures?${name}=${code}` : null)
  const received = (hours: number) => (at: Date) => {
    const minute = (time: Date) => `${time.toISOString().slice(0, 16)}Z`
    const to = new Date(at.getTime() + hours * HOUR)
    return links ? `/admin/signatures?from=${minute(at)}&to=${minute(to)}` : null
  }
  return (
    <>
      <PageHeading actions={<a href="/admin/reports/csv">{t('reports.asCsv')}</a>}>{t('reports.reports')}</PageHeading>
      <p className="hint">{t('reports.hoursAndDays', { zone: zoneName(zone, readerLanguage()) })}</p>
      {links && <p className="hint">{t('reports.barsLead')}</p>}
      <h2>{t('reports.signaturesPerHourLast')}</h2>
      <GrowthBars
        id="hours"
        title={t('reports.netSignaturesPerHour')}
        bars={growth.hours}
        name={(at) => timeIn(at, zone).slice(5)}
        unit={t('reports.hour')}
        zone={zone}
        href={received(1)}
      />
      <h2>{t('reports.signaturesPerDayLast')}</h2>
      <GrowthBars
        id="days"
        title={t('reports.netSignaturesPerDay')}
        bars={growth.days}
        name={dayOf}
        unit={t('common.day')}
        zone="UTC"
        href={received(24)}
      />
      <div className="thirds">
        <section>
          <h2>{t('reports.byCountry')}</h2>
          <ShareBars
            title={t('reports.signaturesByCountry')}
            shares={shares.countries}
            name={countryName}
            href={list('country')}
          />
        </section>
        <section>
          <h2>{t('reports.byLanguage')}</h2>
          <ShareBars
            title={t('reports.signaturesByLanguage')}
            shares={shares.languages}
            name={(code) => languageName(code)}
            href={list('locale')}
          />
        </section>
        <section>
          <h2>{t('reports.byMembersLink')}</h2>
          <ShareBars
            title={t('reports.signaturesByReferringMember')}
            shares={shares.members}
            name={(code) => (code ? <MemberName slug={code} /> : t('reports.noMembersLink'))}
            href={list('via')}
          />
          {asOf && (
            <p className="muted">
              {t.rich('reports.languagesAndMembersLast', { time: () => <Time at={asOf} zone /> })}
            </p>
          )}
        </section>
      </div>
    </>
  )
})

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
