import { LineChart } from '@/components/ui/line-chart'
import type { CountryTable } from '@/lib/petitions/countries'
import type { PetitionView } from '@/lib/petitions/petition-view'
import type { NamedSigner } from '@/lib/signatures/public-names/list-published-signers'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'
import { Countries } from './countries'
import { Dots } from './dots'
import { NamedSigners } from './named-signers'

/** The count in charts: a field of dots, its growth, its countries. */
export function WhoSigned(props: {
  petition: PetitionView
  locale: Locale
  points: { at: Date; total: number }[]
  countries: CountryTable
  names: NamedSigner[]
}) {
  const { petition, locale, points, countries, names } = props
  const t = translator(locale, 'petition')
  const { count, status } = petition
  if (count === 0 && status !== 'open') return null
  const [first, last] = [points[0], points.at(-1)]
  return (
    <section aria-labelledby="who-signed">
      <h2 id="who-signed">{t('pictures')}</h2>
      {count === 0 && <p className="mt-4 max-w-[66ch] text-muted">{t('count.zero')}</p>}
      {count > 0 && (
        <div className="mt-5">
          <Dots count={count} locale={locale} columns={40} />
        </div>
      )}
      {first && last && first !== last && (
        <>
          <h3 className="mt-10">{t('growth.title')}</h3>
          <figure className="mt-4">
            <LineChart
              points={points}
              label={t('growth.picture', { from: longDate(first.at, locale), to: longDate(last.at, locale) })}
            />
            <figcaption className="mt-2 text-small text-muted">
              {t('growth.sentence', {
                first: first.total,
                from: longDate(first.at, locale),
                last: last.total,
                to: longDate(last.at, locale),
              })}
            </figcaption>
          </figure>
        </>
      )}
      {count > 0 && <Countries table={countries} locale={locale} />}
      {count > 0 && <NamedSigners names={names} locale={locale} />}
    </section>
  )
}
