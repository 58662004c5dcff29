import { countryName } from '@/components/site/country-names'
import { CountTable } from '@/components/ui/count-table'
import type { MemberNumbers } from '@/lib/signatures/member-numbers/find-member-numbers'
import { longDate } from '@/lib/text/formats'
import { languageName } from '@/messages/language-name'
import { type Locale, translator } from '@/messages/translator'

/** How many signed through a member's links, as far as it names nobody. */
export function OwnNumbers({ id, numbers, locale }: { id: string; numbers: MemberNumbers; locale: Locale }) {
  const t = translator(locale, 'memberPage.numbers')
  const { all, paper, languages, countries, weeks, nextOn } = numbers
  const country = translator(locale, 'petition.countries')('country')
  const tables = [
    { by: t('week'), rows: weeks.map((row) => ({ ...row, name: longDate(new Date(row.key), locale) })) },
    { by: t('language'), rows: languages.map((row) => ({ ...row, name: languageName(row.key, locale) })) },
    { by: country, rows: countries.map((row) => ({ ...row, name: countryName(row.key, locale) })) },
  ]
  return (
    <section aria-labelledby={`${id}-numbers`} className="mt-5">
      <h3 id={`${id}-numbers`}>{t('title')}</h3>
      {all === 0 ? (
        <p className="mt-2">{t('few')}</p>
      ) : (
        <p className="mt-2 text-3 font-semibold">{t('all', { count: all })}</p>
      )}
      {paper > 0 && <p className="mt-1">{t('paper', { count: paper })}</p>}
      {tables
        .filter(({ rows }) => rows.length > 0)
        .map(({ by, rows }) => (
          <CountTable
            key={by}
            caption={by}
            captionHidden
            heads={[by, t('people')]}
            rows={rows.map(({ key, name, count }) => ({ id: key, name, count }))}
            locale={locale}
          />
        ))}
      <p className="mt-3 text-small text-muted">{t('rule', { day: longDate(nextOn, locale) })}</p>
    </section>
  )
}
