import { countryName } from '@/components/site/country-names'
import { CountTable } from '@/components/ui/count-table'
import { type Locale, words } from '@/messages/words'
import { WorldMap } from './world-map'

const AT_ONCE = 10

type Row = { country: string; count: number }

/** Where signers say they live: a map, and the same as a table. */
export function Countries({ countries, locale }: { countries: Row[]; locale: Locale }) {
  const t = words(locale, 'petition.countries')
  const more = countries.slice(AT_ONCE)
  return (
    <>
      <h3 className="mt-10">{t('title')}</h3>
      {countries.length > 0 && <WorldMap countries={countries} label={t('picture')} />}
      <p className="mt-3 max-w-[66ch] text-small text-muted">{t(countries.length > 0 ? 'note' : 'none')}</p>
      {countries.length > 0 && <Table rows={countries.slice(0, AT_ONCE)} locale={locale} />}
      {more.length > 0 && (
        <details>
          <summary className="py-3">{t('more', { count: more.length })}</summary>
          <Table rows={more} locale={locale} />
        </details>
      )}
    </>
  )
}

function Table({ rows, locale }: { rows: Row[]; locale: Locale }) {
  const t = words(locale, 'petition.countries')
  const named = rows.map(({ country, count }) => ({ id: country, name: countryName(country, locale), count }))
  return <CountTable caption={t('caption')} heads={[t('country'), t('signatures')]} rows={named} locale={locale} />
}
