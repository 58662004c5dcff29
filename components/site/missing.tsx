import { type Locale, translator } from '@/messages/translator'

/** No such page, and where to go instead. */
export function Missing({ locale }: { locale: Locale }) {
  const t = translator(locale, 'missing')
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <ul className="mt-6">
        <li>
          <a href={`/${locale}/petitions`} className="inline-flex min-h-11 items-center">
            {t('petitions')}
          </a>
        </li>
        <li>
          <a href={`/${locale}`} className="inline-flex min-h-11 items-center">
            {t('home')}
          </a>
        </li>
      </ul>
    </div>
  )
}
