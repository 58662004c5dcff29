import { fillIn } from '@/lib/coalition/site-texts/fill-in'
import type { SiteTextView } from '@/lib/coalition/site-texts/find-site-text'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'

/**
 * The text shared with a petition's address: the editors' text for its state; otherwise the title, with the state
 * unless it is open.
 */
export function shareWords(
  petition: Pick<PetitionView, 'status' | 'text'>,
  words: SiteTextView<'share'> | null,
  locale: Locale,
): string {
  const { status } = petition
  const { title } = petition.text
  const written = fillIn(words?.words[status === 'open' ? 'sign' : status], { title })
  if (written) return written
  return status === 'open' ? title : `${title} (${translator(locale, 'petition.state')(status)})`
}
