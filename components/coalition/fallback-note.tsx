import { type Locale, words } from '@/messages/words'

/** Says so where a text is shown in another language than the page. */
export function FallbackNote({ textLocale, locale }: { textLocale: string; locale: Locale }) {
  if (textLocale === locale) return null
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(textLocale) ?? textLocale
  return <p className="mt-3 text-small text-muted">{words(locale, 'site')('notTranslated', { language })}</p>
}
