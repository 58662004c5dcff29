import { type Locale, translator } from '@/messages/translator'

/** A page that says nothing about who opens it, and opens in most countries. */
const ELSEWHERE = 'https://www.bing.com/'

/**
 * Leaves for a page about nothing. With scripts (site.js) it takes this page's place, so that “Back” does not lead
 * here, and three presses of Esc do the same, which is said in its title then.
 */
export function ExitLink({ locale }: { locale: Locale }) {
  const t = translator(locale, 'site')
  return (
    <a
      href={ELSEWHERE}
      rel="noopener noreferrer"
      data-exit={t('exitKey')}
      className="inline-flex min-h-8 items-center sm:min-h-11"
    >
      {t('exit')}
    </a>
  )
}
