import type { MailingTextView } from '@/lib/mailings/find-mailing'
import { direction } from '@/messages/translator'
import { t } from '../words'

/** A saved text. */
export function UpdateTextRead({ text: { locale, subject, body } }: { text: MailingTextView }) {
  if (subject === '') return <p className="muted">{t('updates.signersGetTheEnglish')}</p>
  return (
    <div lang={locale} dir={direction(locale)}>
      <p>
        <strong>{subject}</strong>
      </p>
      <pre className="mail">{body}</pre>
    </div>
  )
}
