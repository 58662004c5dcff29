import type { LanguageState, PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { unfinished } from '@/lib/petitions/texts/petition-words'
import type { AdminKey } from '@/messages/admin/translator'
import { languageName } from '../display-names'
import { t } from '../words'

/** A petition's languages, each a link to its text, with its most urgent issue. */
export function LanguageTabs({ found, current }: { found: PetitionForAdmin; current?: string }) {
  return (
    <nav aria-label={t('common.languages')} className="tabs text-languages">
      {found.languages.map((language) => {
        const { locale } = language
        const matter = matterOf(language)
        return (
          <a
            key={locale}
            href={`/admin/petitions/${found.petition.id}/texts/${locale}`}
            aria-current={locale === current ? 'page' : undefined}
          >
            {locale !== current && <span className="unseen">{t('petitions.edit')} </span>}
            {languageName(locale)}
            {matter && <span className="hint">{t(matter)}</span>}
          </a>
        )
      })}
    </nav>
  )
}

/** The most urgent issue of a text; null if it is published and up to date with the English one. */
function matterOf(language: LanguageState): AdminKey | null {
  const { published, revision, words, outdated, unpublished } = language
  if (!published && revision === 0) return 'petitions.noTextYet'
  if (unfinished(words).length > 0) return 'petitions.incomplete'
  if (outdated) return 'petitions.outOfDate'
  return unpublished ? 'petitions.unpublishedChanges' : null
}
