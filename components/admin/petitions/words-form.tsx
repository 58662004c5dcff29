import type { ReactNode } from 'react'
import { longest, type PetitionWords, type WordField } from '@/lib/petitions/texts/petition-words'
import type { Draft } from '@/lib/staff/drafts/keep-draft'
import { countWords } from '@/lib/text/count-words'
import { direction } from '@/messages/translator'
import { KeptDraft } from '../form/kept-draft'
import { t } from '../words'
import { textFields } from './text-fields'

interface Props {
  action: (form: FormData) => Promise<void>
  locale: string
  words: PetitionWords
  hidden: Record<string, string | number>
  /** The content to the left of each field, under its title. */
  beside: { title: string; of: (field: WordField) => ReactNode } | null
  /** Rejected or unsaved input. */
  draft?: Draft | null
  /** Adds a button that saves and leads to publishing. */
  publishes?: boolean
  /** Adds a button that saves and requests publication at once, as a small correction. */
  corrects?: boolean
  /** The preview beside it; null: not requested; undefined: not offered. */
  preview?: ReactNode
  /** Below the fields, above the button. */
  children?: ReactNode
}

/** A petition's text in one language, field by field; on wide screens beside the text to compare it with. */
export function WordsForm(props: Props) {
  const { action, locale, words, hidden, beside, draft = null, publishes, corrects, preview, children } = props
  const form = (
    <form action={action} className="words">
      <KeptDraft draft={draft} name="petition text" />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fieldsWithLengths(words, locale).map(({ field, label, hint, rows }) => (
        <div key={field} className={beside ? 'pair' : undefined}>
          {beside && (
            <section aria-label={`${label}, ${beside.title}`}>
              <h2>
                {label} <span className="muted">· {beside.title}</span>
              </h2>
              {beside.of(field)}
            </section>
          )}
          <p>
            <label htmlFor={field}>{label}</label>
            {hint && (
              <span className="hint" id={`${field}-hint`}>
                {' '}
                {hint}
              </span>
            )}
            <Field field={field} rows={rows} locale={locale} value={words[field]} described={hint !== ''} />
          </p>
        </div>
      ))}
      {children}
      <p className="hint">{t('petitions.thePublicCannotSee')}</p>
      <p className="row">
        <button type="submit" className="main" {...(preview && shows)}>
          {t('petitions.saveDraft')}
        </button>
        {preview === null && (
          <button type="submit" {...shows}>
            {t('updates.saveAndPreview')}
          </button>
        )}
        {publishes && (
          <button type="submit" name="then" value="publish">
            {t('petitions.saveAndPublish')}
          </button>
        )}
        {corrects && (
          <button type="submit" name="then" value="correct">
            {t('petitions.saveAndCorrect')}
          </button>
        )}
      </p>
      {corrects && <p className="hint">{t('petitions.correctionHint')}</p>}
    </form>
  )
  if (preview === undefined) return form
  return (
    <>
      <p className="row">
        {preview ? (
          <a href="?">{t('petitions.hidePreview')}</a>
        ) : (
          <a href="?view=preview">{t('petitions.showPreview')}</a>
        )}
        <span className="hint">{t('form.previewFollows')}</span>
      </p>
      <div className={preview ? 'with-preview' : undefined}>
        {form}
        {preview}
      </div>
    </>
  )
}

/** The fields; those of several lines state their current and maximum length. */
function fieldsWithLengths(words: PetitionWords, locale: string) {
  return textFields().map((one) => {
    if (one.rows === 1) return one
    const values = { words: countWords(words[one.field], locale), longest: longest[one.field] }
    return { ...one, hint: `${one.hint} ${t('petitions.lengthOfText', values)}`.trim() }
  })
}

/** The button that saves and then shows the preview. */
const shows = { name: 'then', value: 'preview' }

function Field(props: { field: WordField; rows: number; locale: string; value: string; described: boolean }) {
  const { field, rows, locale, value, described } = props
  const common = {
    id: field,
    name: field,
    lang: locale,
    dir: direction(locale),
    defaultValue: value,
    'aria-describedby': described ? `${field}-hint` : undefined,
  }
  // No maxlength: people paste whole texts, and what is too long is reported before publishing.
  return rows === 1 ? (
    <input {...common} maxLength={longest[field]} autoComplete="off" />
  ) : (
    <textarea {...common} rows={rows} />
  )
}
