import { countryName } from '@/components/site/country-names'
import { CountTable } from '@/components/ui/count-table'
import type { CountryTable } from '@/lib/petitions/countries'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'
import { WorldMap } from './world-map'

const AT_ONCE = 10

/** The countries in which signers say they live, as a map and a table; before the first table, its date. */
export function Countries({ table, locale }: { table: CountryTable; locale: Locale }) {
  const t = translator(locale, 'petition.countries')
  const { rows } = table
  const more = rows.slice(AT_ONCE)
  return (
    <>
      <h3 className="mt-10">{t('title')}</h3>
      {rows.length > 0 && <WorldMap countries={rows} label={t('picture')} />}
      <p className="mt-3 max-w-[66ch] text-small text-muted">{state(table, locale)}</p>
      {rows.length > 0 && <Table rows={rows.slice(0, AT_ONCE)} locale={locale} />}
      {more.length > 0 && (
        <details>
          <summary className="py-3">{t('more', { count: more.length })}</summary>
          <Table rows={more} locale={locale} />
        </details>
      )}
    </>
  )
}

/** Describes the table and its next update. Before the first one it does not say that there are no numbers. */
function state({ rows, renewedOn, nextOn }: CountryTable, locale: Locale): string {
  const t = translator(locale, 'petition.countries')
  const next = nextOn && longDate(nextOn, locale)
  if (rows.length > 0 && renewedOn) {
    const day = longDate(renewedOn, locale)
    return `${t('note')} ${next ? t('renewed', { day, next }) : t('last', { day })}`
  }
  if (!next) return t('ended')
  return renewedOn ? t('few', { next }) : t('first', { next })
}

function Table({ rows, locale }: { rows: CountryTable['rows']; locale: Locale }) {
  const t = translator(locale, 'petition.countries')
  const named = rows.map(({ country, count }) => ({ id: country, name: countryName(country, locale), count }))
  return <CountTable caption={t('caption')} heads={[t('country'), t('signatures')]} rows={named} locale={locale} />
}
