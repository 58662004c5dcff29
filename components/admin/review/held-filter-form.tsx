import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { type HeldFilter, heldKinds } from '@/lib/review/held-filter'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { locales } from '@/messages/translator'
import { languageName } from '../display-names'
import { FilterBar } from '../filter-bar'
import { FilterChoice } from '../filter-field'
import { t, tOf } from '../words'

/** Restricts a review to one kind of group, a language that the moderator reads, or one petition. */
export async function HeldFilterForm({ filter: { kind = '', locale = '', petition = '' } }: { filter: HeldFilter }) {
  const petitions = await listPetitionNames(readerLanguage())
  return (
    <FilterBar path="/admin/review/held" query={{}} conditions={[]}>
      <FilterChoice
        name="kind"
        label={t('review.inCommon')}
        value={kind}
        wrong={false}
        any={t('common.all')}
        options={heldKinds.map((code) => [code, tOf('heldKind', code) ?? code])}
      />
      <FilterChoice
        name="locale"
        label={t('common.language')}
        value={locale}
        wrong={false}
        any={t('common.all')}
        options={locales.map((code) => [code, languageName(code)])}
      />
      <FilterChoice
        name="petition"
        label={t('common.petition')}
        value={petition}
        wrong={false}
        any={t('common.all')}
        options={petitions.map(({ id, title, language }) => [id, title, language])}
      />
    </FilterBar>
  )
}
