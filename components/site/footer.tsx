import { type Locale, words } from '@/messages/words'

export function Footer({ locale }: { locale: Locale }) {
  const t = words(locale, 'site')
  return (
    <footer className="mx-auto mt-20 w-full max-w-6xl px-5 sm:px-8">
      <div className="grid gap-x-12 gap-y-3 border-t border-rule py-8 text-small text-muted sm:grid-cols-2">
        <p>
          <strong className="block font-serif text-base font-semibold text-ink">{t('coalition')}</strong>
          {t('footer.who')}
        </p>
        <p className="max-w-[52ch] sm:justify-self-end">{t('footer.privacy')}</p>
      </div>
    </footer>
  )
}
