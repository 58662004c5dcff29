import { type Locale, words } from '@/messages/words'
import { LanguageSwitch } from './language-switch'
import { Mark } from './mark'

const places = ['petitions', 'statement', 'members', 'activities', 'letters'] as const

/** The coalition's name, the way around the site, and its languages. */
export function Masthead({ locale, path }: { locale: Locale; path: string }) {
  const t = words(locale, 'site')
  const nav = words(locale, 'coalition.nav')
  return (
    <header className="mx-auto w-full max-w-6xl px-5 sm:px-8">
      <div className="flex flex-wrap items-center justify-between gap-x-8 border-b border-rule py-2">
        <a
          href={`/${locale}`}
          className="flex min-h-11 items-center gap-3 py-1 text-ink no-underline hover:text-ink"
          aria-current={path === '' ? 'page' : undefined}
        >
          <Mark />
          <span className="max-w-[24rem] font-serif text-small leading-tight">{t('coalition')}</span>
        </a>
        <div className="flex flex-wrap items-center gap-x-6 print:hidden">
          <nav aria-label={t('navigation')}>
            <ul className="flex flex-wrap gap-x-4 sm:gap-x-5">
              {places.map((place) => (
                <li key={place}>
                  <a
                    href={`/${locale}/${place}`}
                    className="flex min-h-11 items-center text-base text-ink underline-offset-[0.4em] not-hover:not-aria-[current]:no-underline"
                    aria-current={path === `/${place}` ? 'page' : undefined}
                  >
                    {place === 'petitions' ? t('petitions') : nav(place)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <LanguageSwitch locale={locale} path={path} />
        </div>
      </div>
    </header>
  )
}
