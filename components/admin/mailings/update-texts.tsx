import { limits } from '@/lib/mailings/draft'
import type { MailingTextView, MailingView } from '@/lib/mailings/find-mailing'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { languageName } from '@/messages/language-name'
import { direction, files, type Locale } from '@/messages/translator'

interface Props {
  update: MailingView
  staff: Staff
  save: (form: FormData) => Promise<void>
}

const nothing = { subject: '', body: '', revision: 0, otherSubject: null, otherBody: null }

/** The texts by language, to write or, once it is sent, to read. */
export function UpdateTexts({ update, staff, save }: Props) {
  const writes = update.stage === 'draft' && may(staff.role, 'update.write')
  return (
    <>
      <h2>Texts</h2>
      <p className="hint">
        Markdown. Signers whose language has no text get the English one. The subject is visible in inboxes, where
        others may see it. <a href={`/admin/updates/${update.id}/preview`}>Preview</a>
      </p>
      {(Object.keys(files) as Exclude<Locale, 'ar-XB'>[]).map((locale) => {
        const text = update.texts.find((one) => one.locale === locale) ?? { locale, ...nothing }
        const other = text.otherBody !== null
        return (
          <details key={locale} open={locale === 'en' || other}>
            <summary>
              {languageName(locale)} {text.subject === '' ? <span className="muted">none</span> : `“${text.subject}”`}
            </summary>
            {other && <Other text={text} writes={writes} id={update.id} save={save} />}
            {writes ? <Form text={text} id={update.id} save={save} /> : <Read text={text} />}
          </details>
        )
      })}
    </>
  )
}

function Form({
  text,
  id,
  save,
  kept = false,
}: { text: MailingTextView; id: string; kept?: boolean } & Pick<Props, 'save'>) {
  const { locale, revision, subject, body } = text
  const place = { lang: locale, dir: direction(locale) }
  const name = `${locale}${kept ? '-kept' : ''}`
  return (
    <form action={save} className="stack wide">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="revision" value={revision} />
      <label htmlFor={`subject-${name}`}>Subject</label>
      <input id={`subject-${name}`} name="subject" defaultValue={subject} maxLength={limits.subject} {...place} />
      <label htmlFor={`body-${name}`}>Text</label>
      <textarea id={`body-${name}`} name="body" defaultValue={body} rows={10} maxLength={limits.body} {...place} />
      <button type="submit">{kept ? 'Save this version instead' : `Save ${languageName(locale)}`}</button>
    </form>
  )
}

/** What was typed while somebody else saved. */
function Other({
  text,
  writes,
  id,
  save,
}: { text: MailingTextView; writes: boolean; id: string } & Pick<Props, 'save'>) {
  const typed = { ...text, subject: text.otherSubject ?? '', body: text.otherBody ?? '' }
  return (
    <section className="notice wrong">
      <p>This input has not been saved: someone else saved meanwhile, or part of it was missing. It is kept here.</p>
      {writes ? <Form text={typed} id={id} save={save} kept /> : <Read text={typed} />}
    </section>
  )
}

function Read({ text: { locale, subject, body } }: { text: MailingTextView }) {
  if (subject === '') return <p className="muted">Signers get the English text.</p>
  return (
    <div lang={locale} dir={direction(locale)}>
      <p>
        <strong>{subject}</strong>
      </p>
      <pre className="mail">{body}</pre>
    </div>
  )
}
