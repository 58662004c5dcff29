import { WorldMap } from '@/components/petitions/world-map'
import { CountTable } from '@/components/ui/count-table'
import type { MemberView } from '@/lib/coalition/member-view'
import { type Locale, translator } from '@/messages/translator'
import { nameOfCountry } from './member-links'

/** The members on a map; those without a country are only in the table beside it. */
export function MemberMap({ members, locale }: { members: MemberView[]; locale: Locale }) {
  const t = translator(locale, 'members')
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
      <CountTable
        caption={t('map.caption')}
        captionHidden
        heads={[t('country'), t('title')]}
        rows={counts.map(({ country, count }) => ({ id: country ?? '', name: nameOfCountry(country, locale), count }))}
        locale={locale}
        className="mt-6 self-end text-small"
      />
    </section>
  )
}
