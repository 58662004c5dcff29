import type { LanguageState, PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { languageName } from '@/messages/language-name'
import { AdminTable } from '../admin-table'
import { Time } from '../time'

/** The petition's words in every language: what is published, what is saved, and the ways to them. */
export function TextTable({ found, writes }: { found: PetitionForAdmin; writes: boolean }) {
  const { petition, languages } = found
  return (
    <AdminTable heads={['Language', 'Actions', 'Published', 'State', { time: 'Last saved' }]}>
      {languages.map((language) => (
        <tr key={language.locale}>
          <th scope="row">{languageName(language.locale)}</th>
          <td>
            <Ways petitionId={petition.id} language={language} writes={writes && !petition.removedAt} />
          </td>
          <td>{language.published ? `version ${language.published.version}` : 'not yet'}</td>
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
      {nothing && 'no text yet'} {outdated && <span className="tag held">out of date</span>}{' '}
      {unpublished && <span className="tag">not published</span>}
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
      {writes && <a href={text}>Edit{named}</a>}
      {(published || unpublished) && <a href={`/admin/petitions/${petitionId}/preview/${locale}`}>Preview{named}</a>}
      {writes && unpublished && <a href={`${text}/publish`}>Publish{named}</a>}
      {published && <a href={`${text}/versions`}>Versions{named}</a>}
    </span>
  )
}
