import { countriesByName } from '@/components/site/country-names'
import { SelectField } from '@/components/ui/text-field'
import { type Locale, translator } from '@/messages/translator'

/** The reasons to write, and the choice of a country, as a select and as links. */
export function GovernmentChoice({ locale, withAddress }: { locale: Locale; withAddress: ReadonlySet<string> }) {
  const t = translator(locale, 'government')
  const countries = countriesByName(locale)
  return (
    <>
      <header className="pt-8 lg:pt-14">
        <h1>{t('title')}</h1>
        <p className="mt-4 max-w-[60ch] font-serif text-lead">{t('lead')}</p>
        <p className="mt-3 max-w-[60ch]">{t('privacy')}</p>
      </header>
      <form
        action={`/${locale}/write-to-your-government/choose`}
        method="get"
        className="mt-8 max-w-[30rem] space-y-4 border-t-2 border-accent bg-panel px-5 py-6 max-sm:-mx-5 sm:px-8"
      >
        <SelectField
          words={{ name: 'country', label: t('choose.label'), errorWord: '' }}
          autoComplete="country"
          required
        >
          <option value="">{translator(locale, 'form')('country.choose')}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <button
          type="submit"
          className="inline-flex min-h-12 cursor-pointer items-center rounded-sm border border-accent bg-accent px-7 py-2.5 text-lead font-semibold text-on-accent hover:bg-accent-strong"
        >
          {t('choose.button')}
        </button>
      </form>
      {withAddress.size > 0 && (
        <ul className="mt-8 max-w-[60ch] columns-2 gap-x-10">
          {countries
            .filter(({ code }) => withAddress.has(code))
            .map(({ code, name }) => (
              <li key={code}>
                <a
                  href={`/${locale}/write-to-your-government/${code.toLowerCase()}`}
                  className="inline-flex min-h-8 items-center"
                >
                  {name}
                </a>
              </li>
            ))}
        </ul>
      )}
    </>
  )
}
