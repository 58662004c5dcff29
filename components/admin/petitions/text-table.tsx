import type { LanguageState, PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { AdminTable } from '../admin-table'
import { languageName } from '../display-names'
import { Pill } from '../pill'
import { Time } from '../time'
import { t } from '../words'

/** The petition's text in every language: published and saved versions, with links. */
export function TextTable({ found, writes }: { found: PetitionForAdmin; writes: boolean }) {
  const { petition, languages } = found
  return (
    <AdminTable
      heads={[
        t('common.language'),
        t('common.actions'),
        t('common.published'),
        t('common.state'),
        { time: t('petitions.lastSaved') },
      ]}
    >
      {languages.map((language) => (
        <tr key={language.locale}>
          <th scope="row">{languageName(language.locale)}</th>
          <td>
            <Ways petitionId={petition.id} language={language} writes={writes && !petition.removedAt} />
          </td>
          <td>
            {language.published
              ? t('petitions.version', { version: language.published.version })
              : t('petitions.notYet')}
          </td>
          <td>
            <States language={language} />
          </td>
          <td>{language.editedAt ? <Time at={language.editedAt} /> : ''}</td>
        </tr>
      ))}
    </AdminTable>
  )
}

function States({ language }: { language: LanguageState }) {
  const { outdated, unpublished, published, revision } = language
  const nothing = !published && revision === 0
  return (
    <>
      {nothing && t('petitions.noTextYet')} {outdated && <Pill tone="warn">{t('petitions.outOfDate')}</Pill>}{' '}
      {unpublished && <Pill tone="info">{t('petitions.unpublishedChanges')}</Pill>}
    </>
  )
}

function Ways(props: { petitionId: string; language: LanguageState; writes: boolean }) {
  const { petitionId, language, writes } = props
  const { locale, published, unpublished } = language
  const text = `/admin/petitions/${petitionId}/texts/${locale}`
  const named = <span className="unseen"> {languageName(locale)}</span>
  return (
    <span className="ways">
      {writes && (
        <a href={text}>
          {t('petitions.edit')}
          {named}
        </a>
      )}
      {(published || unpublished) && (
        <a href={`/admin/petitions/${petitionId}/preview/${locale}`}>
          {t('common.preview')}
          {named}
        </a>
      )}
      {writes && unpublished && (
        <a href={`${text}/publish`}>
          {t('common.publish')}
          {named}
        </a>
      )}
      {published && (
        <a href={`${text}/versions`}>
          {t('common.versions')}
          {named}
        </a>
      )}
    </span>
  )
}
