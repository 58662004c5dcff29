import type { MailingWork, TextWork } from '@/lib/overview/find-editor-work'
import { languageName } from '../display-names'
import { PetitionName } from '../petition-name'
import { StatusPill } from '../pill'
import { t } from '../words'

/** Editors' work: unpublished texts, outdated translations, and unfinished mailings. */
export function EditorWork({ texts, mailings }: { texts: TextWork[]; mailings: MailingWork[] }) {
  return (
    <section className="panel">
      <h2>{t('overview.textsToWorkOn')}</h2>
      {texts.length === 0 && <p className="muted">{t('overview.allTextsUpToDate')}</p>}
      <ul className="todo">
        {texts.map((one) => (
          <li key={one.id}>
            <div>
              <strong>
                <PetitionName slug={one.slug} />
              </strong>
              {one.unpublished.length > 0 && (
                <p>{t.rich('overview.notPublishedIn', { languages: () => <Texts of={one} in={one.unpublished} /> })}</p>
              )}
              {one.outdated.length > 0 && (
                <p>{t.rich('overview.outOfDateIn', { languages: () => <Texts of={one} in={one.outdated} /> })}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mailings.length > 0 && (
        <>
          <h2>{t('overview.mailingsUnfinished')}</h2>
          <ul className="todo">
            {mailings.map(({ id, subject, stage }) => (
              <li key={id}>
                <a href={`/admin/updates/${id}`}>
                  {subject ? <bdi>{subject}</bdi> : t('updates.mailingWithoutASubject')}
                </a>
                <StatusPill code={stage} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Texts({ of: { id }, in: locales }: { of: TextWork; in: string[] }) {
  return locales.map((locale, i) => (
    <span key={locale}>
      {i > 0 && ' · '}
      <a href={`/admin/petitions/${id}/texts/${locale}`}>{languageName(locale)}</a>
    </span>
  ))
}
