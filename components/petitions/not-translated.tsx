import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'

/** Says so where a petition is shown in another language than the page. */
export function NotTranslated({ petition, locale }: { petition: PetitionView; locale: Locale }) {
  if (petition.text.locale === locale) return null
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(petition.text.locale) ?? petition.text.locale
  return <p className="mt-3 text-small text-muted">{translator(locale, 'site')('notTranslated', { language })}</p>
}
