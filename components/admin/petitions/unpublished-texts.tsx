import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { languageName } from '../display-names'
import { inWords } from '../list-in-words'
import { t } from '../words'

/** Languages with unpublished changes, and a link to publish them together; nothing for a single one. */
export function UnpublishedTexts({ found: { petition, languages } }: { found: PetitionForAdmin }) {
  const names = languages.filter(({ unpublished }) => unpublished).map(({ locale }) => languageName(locale))
  if (names.length < 2) return null
  return (
    <p>
      {t('petitions.haveUnpublishedChanges', { languages: inWords(names) })}{' '}
      <a href={`/admin/petitions/${petition.id}/texts/publish`}>
        {t('petitions.reviewAndPublishAll', { languages: names.length })}
      </a>
    </p>
  )
}
