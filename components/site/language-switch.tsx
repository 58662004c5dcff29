import { languageName } from '@/messages/language-name'
import { direction, type Locale, locales, translator } from '@/messages/translator'

/** The same page in the other languages, each under its own name: folded away, and without script. */
export function LanguageSwitch({ locale, path }: { locale: Locale; path: string }) {
  return (
    <nav aria-label={translator(locale, 'site')('languages')} className="relative print:hidden">
      <details className="group">
        <summary className="flex min-h-11 items-center gap-2 text-small">
          {ownName(locale)}
          <svg viewBox="0 0 10 6" className="w-2.5 stroke-current group-open:rotate-180" aria-hidden="true">
            <path d="M1 1l4 4 4-4" fill="none" strokeWidth="1.5" />
          </svg>
        </summary>
        <ul className="absolute z-10 min-w-44 border border-edge bg-panel py-1 end-0">
          {locales.map((other) => (
            <li key={other}>
              <a
                href={`/${other}${path}`}
                hrefLang={other}
                lang={other}
                dir={direction(other)}
                aria-current={other === locale ? 'true' : undefined}
                className="flex min-h-11 items-center whitespace-nowrap px-4 text-base text-ink no-underline hover:underline aria-[current]:font-semibold"
              >
                {ownName(other)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}

function ownName(locale: Locale): string {
  if (locale === 'ar-XB') return locale
  // Unicode's name of the language is that of the country.
  if (locale === 'id') return 'Bahasa Indonesia'
  // "zh" alone names the language; the site has its simplified script.
  const tag = locale === 'zh' ? 'zh-Hans' : locale
  return languageName(tag, tag)
}
