import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import type { HeldFilter } from '@/lib/review/held-filter'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { languageName } from '../display-names'
import { type Condition, FilterChips } from '../filter-chips'
import { PetitionName } from '../petition-name'
import { t, tOf } from '../words'

/** The restrictions of a review, each a link that removes it; nothing if there are none. */
export async function HeldFilterWords({ filter }: { filter: HeldFilter }) {
  const { kind, locale, petition } = filter
  const slug = petition && (await listPetitionNames(readerLanguage())).find(({ id }) => id === petition)?.slug
  const conditions: Condition[] = [
    ...(kind ? [{ names: ['kind'], words: tOf('heldKind', kind) }] : []),
    ...(locale ? [{ names: ['locale'], words: t('bulk.in', { language: languageName(locale) }) }] : []),
    ...(petition ? [{ names: ['petition'], words: slug ? <PetitionName slug={slug} /> : t('common.petition') }] : []),
  ]
  const query = { kind, locale, petition }
  return <FilterChips path="/admin/review/held" query={query} conditions={conditions} lead={t('review.narrowedTo')} />
}
