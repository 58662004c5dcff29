import { fillIn } from '@/lib/coalition/site-texts/fill-in'
import type { SiteTextView } from '@/lib/coalition/site-texts/find-site-text'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'

/**
 * What is said with a petition's address: the editors' words for one that can be signed, else its title and state.
 * Without words it is the title.
 */
export function shareWords(
  petition: Pick<PetitionView, 'status' | 'text'>,
  words: SiteTextView<'share'> | null,
  locale: Locale,
): string {
  const { title } = petition.text
  if (petition.status !== 'open') return `${title} (${translator(locale, 'petition.state')(petition.status)})`
  return fillIn(words?.words.sign, { title }) ?? title
}
