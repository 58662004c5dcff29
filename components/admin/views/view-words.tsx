import type { PetitionName } from '@/lib/petitions/list-petition-names'
import { readViewText } from '@/lib/signatures/views/view-text'
import { FilterWords } from '../filter-words'
import { t } from '../words'

/** A saved view's filter in words. */
export function ViewWords({ query, petitions }: { query: string; petitions: PetitionName[] }) {
  const asked = readViewText(query)
  if (!asked) return t('views.cannotBeRead')
  const { filter, sort } = asked
  const petition = petitions.find(({ id }) => id === filter.petition)?.title
  const order = { newest: null, oldest: t('filter.oldestFirst'), appeal: t('filter.appealedFirst') }[sort]
  return <FilterWords filter={filter} also={[petition, order].filter((part) => typeof part === 'string')} />
}
