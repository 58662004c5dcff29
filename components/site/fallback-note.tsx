import { languageName } from '@/messages/language-name'
import { type Locale, translator } from '@/messages/translator'

/** Says so where a text is shown in another language than the page. */
export function FallbackNote({ textLocale, locale }: { textLocale: string; locale: Locale }) {
  if (textLocale === locale) return null
  const language = languageName(textLocale, locale)
  return <p className="mt-3 text-small text-muted">{translator(locale, 'site')('notTranslated', { language })}</p>
}
