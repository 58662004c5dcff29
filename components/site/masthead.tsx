import { type Locale, translator } from '@/messages/translator'
import { LanguageSwitch } from './language-switch'
import { Mark } from './mark'
import { sitePages } from './site-pages'

const pages = sitePages.filter(({ menu }) => menu === 'main')

/** The coalition's name, the way around the site, and its languages. */
export function Masthead({ locale, path }: { locale: Locale; path: string }) {
  const t = translator(locale, 'site')
  return (
    <header className="mx-auto w-full max-w-6xl px-5 sm:px-8">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-5 border-b border-rule py-1 sm:py-2 lg:grid-cols-[minmax(0,1fr)_auto_auto]">
        <a
          href={`/${locale}`}
          className="flex min-h-11 min-w-0 items-center gap-3 py-1 text-ink no-underline hover:text-ink max-lg:col-span-2"
          aria-current={path === '' ? 'page' : undefined}
        >
          <Mark />
          <span className="min-w-0 sm:max-w-[24rem] font-serif text-small leading-tight">{t('coalition')}</span>
        </a>
        {/* One line that scrolls sideways on a phone, so that the first screen is left to the page. */}
        <nav aria-label={t('navigation')} className="min-w-0 overflow-x-auto [scrollbar-width:thin] print:hidden">
          <ul className="flex gap-x-3 sm:gap-x-5">
            {pages.map((page) => (
              <li key={page.path}>
                <a
                  href={`/${locale}${page.path}`}
                  className="flex min-h-11 items-center whitespace-nowrap text-small text-ink underline-offset-[0.4em] focus-visible:-outline-offset-3 not-hover:not-aria-[current]:no-underline sm:text-base"
                  aria-current={path === page.path ? 'page' : undefined}
                >
                  {page.name(locale)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <LanguageSwitch locale={locale} path={path} />
      </div>
    </header>
  )
}
