import type { MailingView } from '@/lib/mailings/find-mailing'
import type { Draft } from '@/lib/staff/drafts/keep-draft'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { languageName } from '../display-names'
import { KeptDraft } from '../form/kept-draft'
import { PreviewBeside } from '../preview-beside'
import { t } from '../words'
import { updateLocales } from './text-digest'
import { UpdateTextFields } from './update-text-fields'
import { UpdateTextRead } from './update-text-read'

interface Props {
  update: MailingView
  staff: Staff
  /** Unsaved input. */
  draft: Draft | null
  /** The draft's id. */
  draftId: string | null
  /** Shows the mail beside each text. */
  previews: boolean
  save: (form: FormData) => Promise<void>
}

const nothing = { subject: '', body: '', revision: 0, otherSubject: null, otherBody: null }

/** The button that saves and then shows the preview. */
const preview = { name: 'then', value: 'preview' }

/** The texts of all languages, in one form, or read-only once it is sent. */
export function UpdateTexts({ update, staff, draft, draftId, previews, save }: Props) {
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
        <div className={previews ? 'with-preview' : undefined}>
          {writes ? <UpdateTextFields text={text} draft={draft} /> : <UpdateTextRead text={text} />}
          {previews && (
            <PreviewBeside
              src={`/admin/updates/${update.id}/mail?language=${locale}`}
              draft={draftId}
              title={t('updates.emailIn', { language: languageName(locale) })}
            />
          )}
        </div>
      </details>
    )
  })
  return (
    <>
      <h2 id="texts">{t('updates.texts')}</h2>
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
      <p className="row">
        {previews ? (
          <a href={`/admin/updates/${update.id}#texts`}>{t('updates.hidePreviews')}</a>
        ) : (
          <a href={`/admin/updates/${update.id}?view=preview#texts`}>{t('updates.showPreviews')}</a>
        )}
        <span className="hint">{t('form.previewFollows')}</span>
      </p>
      {writes ? (
        <form action={save}>
          <KeptDraft draft={draft} name="update" />
          <input type="hidden" name="id" value={update.id} />
          {/* Enter presses the first button, which would otherwise be one beside a single text. */}
          <button type="submit" hidden {...(previews && preview)} />
          {languages}
          <p>
            <button type="submit" className="main" {...(previews && preview)}>
              {t('updates.saveAllLanguages')}
            </button>{' '}
            {!previews && (
              <>
                <button type="submit" {...preview}>
                  {t('updates.saveAndPreview')}
                </button>{' '}
              </>
            )}
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
