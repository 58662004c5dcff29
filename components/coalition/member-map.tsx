import { WorldMap } from '@/components/petitions/world-map'
import type { MemberView } from '@/lib/coalition/member-view'
import { type Locale, words } from '@/messages/words'
import { nameOfCountry } from './member-links'

/** Where the list places its members; those it names no country for are in the table beside it only. */
export function MemberMap({ members, locale }: { members: MemberView[]; locale: Locale }) {
  const t = words(locale, 'members')
  const counted = new Map<string | null, number>()
  for (const { country } of members) counted.set(country, (counted.get(country) ?? 0) + 1)
  const counts = [...counted].map(([country, count]) => ({ country, count }))
  counts.sort((a, b) => Number(a.country === null) - Number(b.country === null) || b.count - a.count)
  const placed = counts.flatMap(({ country, count }) => (country ? { country, count } : []))
  if (placed.length === 0) return null
  return (
    <section
      aria-labelledby="map"
      className="mt-14 break-inside-avoid gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_16rem] print:mt-8 print:grid print:grid-cols-[minmax(0,1fr)_6cm] print:gap-x-8"
    >
      <div>
        <h2 id="map">{t('map.title')}</h2>
        <WorldMap countries={placed} label={t('map.picture')} />
      </div>
      <table className="mt-6 w-full max-w-[30rem] self-end">
        <caption className="sr-only">{t('map.caption')}</caption>
        <thead>
          <tr className="border-b border-edge text-small text-muted">
            <th scope="col" className="py-1 text-start font-normal">
              {t('country')}
            </th>
            <th scope="col" className="py-1 text-end font-normal">
              {t('title')}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ country, count }) => (
            <tr key={country ?? ''} className="border-b border-rule text-small">
              <th scope="row" className="py-1 text-start font-normal">
                {nameOfCountry(country, locale)}
              </th>
              <td className="py-1 text-end">{new Intl.NumberFormat(locale).format(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
