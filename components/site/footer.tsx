import { type Locale, translator } from '@/messages/translator'

const places = [
  { place: 'join', word: 'join' },
  { place: 'write-to-your-government', word: 'government' },
  { place: 'share', word: 'share' },
] as const

export function Footer({ locale }: { locale: Locale }) {
  const t = translator(locale, 'site')
  const nav = translator(locale, 'coalition.nav')
  return (
    <footer className="mx-auto mt-20 print:mt-6 w-full max-w-6xl px-5 sm:px-8">
      <div className="grid gap-x-12 gap-y-3 border-t border-rule py-8 text-small print:py-3 text-muted sm:grid-cols-2">
        <p>
          <strong className="block font-serif text-base font-semibold text-ink">{t('coalition')}</strong>
          {t('footer.who')}
        </p>
        <div className="sm:justify-self-end">
          <nav aria-label={nav('more')} className="print:hidden">
            <ul className="flex flex-wrap gap-x-5">
              <li>
                <a href={`/${locale}/check`} className="flex min-h-11 items-center">
                  {translator(locale, 'check')('nav')}
                </a>
              </li>
              {places.map(({ place, word }) => (
                <li key={place}>
                  <a href={`/${locale}/${place}`} className="flex min-h-11 items-center">
                    {nav(word)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <p className="max-w-[52ch]">{t('footer.privacy')}</p>
          <ul className="flex flex-wrap gap-x-5 print:hidden">
            <li>
              <a href={`/${locale}/privacy`} className="flex min-h-11 items-center">
                {translator(locale, 'privacy')('title')}
              </a>
            </li>
            <li>
              <a href={`/${locale}/signature`} className="flex min-h-11 items-center">
                {translator(locale, 'own.request')('title')}
              </a>
            </li>
          </ul>
        </div>
      </div>
    </footer>
  )
}
