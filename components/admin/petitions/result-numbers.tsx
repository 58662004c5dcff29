import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import type { CountryTable } from '@/lib/petitions/countries'
import { ShareBars } from '../charts/share-bars'
import { countryName } from '../display-names'
import { t } from '../words'
import { Day } from './day'

const MAX_COUNTRIES = 20

/** The parts of the count. */
export function ResultNumbers({ found, countries }: { found: PetitionForAdmin; countries: CountryTable }) {
  const { net, paper } = found
  const shares = countries.rows.slice(0, MAX_COUNTRIES).map(({ country, count }) => ({ code: country, net: count }))
  return (
    <>
      <h2>{t('common.signatures')}</h2>
      <dl>
        <dt>{t('common.count')}</dt>
        <dd>{net.toLocaleString('en')}</dd>
        <dt>{t('petitions.online')}</dt>
        <dd>{(net - paper).toLocaleString('en')}</dd>
        <dt>{t('overview.onPaper')}</dt>
        <dd>{paper.toLocaleString('en')}</dd>
      </dl>
      <h2>{t('reports.byCountry')}</h2>
      {shares.length === 0 ? (
        <p>{t('petitions.noCountryIsNamed')}</p>
      ) : (
        <ShareBars title={t('reports.signaturesByCountry')} shares={shares} name={countryName} href={() => null} />
      )}
      <p className="hint">
        {shares.length > 0 &&
          countries.renewedOn &&
          t.rich('petitions.asThePublicReads', { day: () => <Day date={countries.renewedOn as Date} /> })}{' '}
        {t.rich('petitions.languagesAndMembers', { link: (inner) => <a href="/admin/reports">{inner}</a> })}
      </p>
    </>
  )
}
