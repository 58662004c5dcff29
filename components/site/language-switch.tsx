import { direction, type Locale, locales, words } from '@/messages/words'

/** The same page in the other languages, each under its own name. */
export function LanguageSwitch({ locale, path }: { locale: Locale; path: string }) {
  return (
    <nav aria-label={words(locale, 'site')('languages')}>
      <ul className="flex flex-wrap gap-x-4">
        {locales.map((other) => (
          <li key={other}>
            <a
              href={`/${other}${path}`}
              hrefLang={other}
              lang={other}
              dir={direction(other)}
              aria-current={other === locale ? 'true' : undefined}
              className="flex min-h-11 min-w-11 items-center justify-center text-small text-muted no-underline hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {languageName(other)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function languageName(locale: Locale): string {
  if (locale === 'ar-XB') return locale
  return new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
}
