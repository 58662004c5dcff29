import type { MailingView } from '@/lib/mailings/find-mailing'
import type { Draft } from '@/lib/staff/drafts/keep-draft'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { languageName } from '../display-names'
import { KeptDraft } from '../form/kept-draft'
import { t } from '../words'
import { updateLocales } from './text-digest'
import { UpdateTextFields } from './update-text-fields'
import { UpdateTextRead } from './update-text-read'

interface Props {
  update: MailingView
  staff: Staff
  /** What was typed and not saved. */
  draft: Draft | null
  save: (form: FormData) => Promise<void>
}

const nothing = { subject: '', body: '', revision: 0, otherSubject: null, otherBody: null }

/** The texts of all languages, to write in one form or, once it is sent, to read. */
export function UpdateTexts({ update, staff, draft, save }: Props) {
  const writes = update.stage === 'draft' && may(staff.role, 'update.write')
  const languages = updateLocales.map((locale) => {
    const text = update.texts.find((one) => one.locale === locale) ?? { locale, ...nothing }
    const typed = draft?.fields[`body-${locale}`] || draft?.fields[`subject-${locale}`]
    return (
      <details key={locale} open={locale === 'en' || text.otherBody !== null || Boolean(typed)}>
        <summary>
          {languageName(locale)}{' '}
          {text.subject === '' ? (
            <span className="muted">{t('common.none')}</span>
          ) : (
            <>
              “<bdi>{text.subject}</bdi>”
            </>
          )}
        </summary>
        {writes ? <UpdateTextFields text={text} draft={draft} /> : <UpdateTextRead text={text} />}
      </details>
    )
  })
  return (
    <>
      <h2>{t('updates.texts')}</h2>
      <p className="hint">
        {t.rich('updates.markdownSignersWhoseLanguage', {
          link: (inner) => <a href={`/admin/updates/${update.id}/preview`}>{inner}</a>,
        })}
      </p>
      {writes && (
        <p className="row">
          <a className="button" href={`/admin/updates/${update.id}/import`}>
            {t('updates.importTexts')}
          </a>
          <span className="hint">{t('updates.importTextsHint')}</span>
        </p>
      )}
      {writes ? (
        <form action={save}>
          <KeptDraft draft={draft} name="update" />
          <input type="hidden" name="id" value={update.id} />
          {/* What Enter presses: the first button, which is otherwise one beside a single text. */}
          <button type="submit" hidden />
          {languages}
          <p>
            <button type="submit" className="main">
              {t('updates.saveAllLanguages')}
            </button>{' '}
            <button type="submit" name="then" value="test">
              {t('updates.saveAndMailMe')}
            </button>
          </p>
        </form>
      ) : (
        languages
      )}
    </>
  )
}
