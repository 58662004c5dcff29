import { limits } from '@/lib/mailings/draft'
import type { MailingTextView } from '@/lib/mailings/find-mailing'
import type { Draft } from '@/lib/staff/drafts/keep-draft'
import { direction } from '@/messages/translator'
import { t } from '../words'
import { textDigest } from './text-digest'
import { UpdateTextRead } from './update-text-read'

interface Props {
  text: MailingTextView
  draft: Draft | null
}

/** One language's fields in the form of all. A conflicting text fills them, beside the saved one. */
export function UpdateTextFields({ text, draft }: Props) {
  const { locale } = text
  const aside = text.otherBody !== null
  const stands = aside ? { subject: text.otherSubject ?? '', body: text.otherBody ?? '' } : text
  const typed = (name: string) => draft?.fields[`${name}-${locale}`]
  const place = { lang: locale, dir: direction(locale) }
  return (
    <div className="stack wide">
      {aside && <p className="notice wrong">{t('updates.thisInputHasNot')}</p>}
      <input type="hidden" name={`revision-${locale}`} value={typed('revision') ?? text.revision} />
      <input type="hidden" name={`shown-${locale}`} value={typed('shown') ?? textDigest(stands)} />
      <label htmlFor={`subject-${locale}`}>{t('updates.subject')}</label>
      <input
        id={`subject-${locale}`}
        name={`subject-${locale}`}
        defaultValue={typed('subject') ?? stands.subject}
        maxLength={limits.subject}
        {...place}
      />
      <label htmlFor={`body-${locale}`}>{t('common.text')}</label>
      <textarea
        id={`body-${locale}`}
        name={`body-${locale}`}
        defaultValue={typed('body') ?? stands.body}
        rows={10}
        {...place}
      />
      {aside && (
        <>
          <p className="row">
            <button type="submit" name="take" value={locale}>
              {t('updates.saveThisVersionInstead')}
            </button>
            <button type="submit" name="drop" value={locale}>
              {t('updates.discardThisVersion')}
            </button>
          </p>
          <UpdateTextRead text={text} />
        </>
      )}
    </div>
  )
}
