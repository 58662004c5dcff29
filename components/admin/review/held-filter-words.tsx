import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { type HeldFilter, isNarrowed } from '@/lib/review/held-filter'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { languageName } from '../display-names'
import { t, tOf } from '../words'

/** What a review is narrowed to, and the way to all of them; nothing where it is not. */
export async function HeldFilterWords({ filter }: { filter: HeldFilter }) {
  if (!isNarrowed(filter)) return null
  const { kind, locale, petition } = filter
  const reader = readerLanguage()
  const name = petition && (await listPetitionNames(reader)).find(({ id }) => id === petition)
  return (
    <div className="row narrowed">
      {t('review.narrowedTo')}
      <ul>
        {kind && <li>{tOf('heldKind', kind)}</li>}
        {locale && <li>{t('bulk.in', { language: languageName(locale) })}</li>}
        {petition && (
          <li>
            {name ? (
              <bdi lang={name.language && name.language !== reader ? name.language : undefined}>{name.title}</bdi>
            ) : (
              t('common.petition')
            )}
          </li>
        )}
      </ul>
      <a href="/admin/review/held">{t('signatures.clearFilters')}</a>
    </div>
  )
}
