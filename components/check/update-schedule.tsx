import { countryName } from '@/components/site/country-names'
import { unnamedCountries } from '@/lib/petitions/unnamed-countries'
import { type Locale, translator } from '@/messages/translator'

/** When the public number moves, and which countries no number names, so that neither leads to a signer. */
export function UpdateSchedule({ locale }: { locale: Locale }) {
  const time = translator(locale, 'check.time')
  const unnamed = translator(locale, 'check.unnamed')
  const { compare } = new Intl.Collator(locale)
  const names = unnamedCountries()
    .map((code) => countryName(code, locale))
    .sort(compare)
  return (
    <>
      <section aria-labelledby="when" className="border-t border-rule pt-8 *:max-w-[62ch]">
        <h2 id="when">{time('title')}</h2>
        <p className="mt-3">{time('text')}</p>
        <p className="mt-3">{time('limit')}</p>
      </section>
      <section aria-labelledby="unnamed" className="border-t border-rule pt-8 *:max-w-[62ch]">
        <h2 id="unnamed">{unnamed('title')}</h2>
        <p className="mt-3">{unnamed('text')}</p>
        <p className="mt-3 text-small text-muted">{new Intl.ListFormat(locale, { type: 'unit' }).format(names)}</p>
      </section>
    </>
  )
}
