import type { LanguageState, PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { unfinished } from '@/lib/petitions/texts/petition-words'
import type { AdminKey } from '@/messages/admin/translator'
import { languageName } from '../display-names'
import { t } from '../words'

/** A petition's languages, each leading to its text, with what is the matter with it. */
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

/** What is most to be done about a text; null where the public reads what is saved, and it follows the English. */
function matterOf(language: LanguageState): AdminKey | null {
  const { published, revision, words, outdated, unpublished } = language
  if (!published && revision === 0) return 'petitions.noTextYet'
  if (unfinished(words).length > 0) return 'petitions.incomplete'
  if (outdated) return 'petitions.outOfDate'
  return unpublished ? 'petitions.unpublishedChanges' : null
}
