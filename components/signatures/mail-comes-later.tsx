import { type Locale, translator } from '@/messages/translator'

/** After a form that was accepted with its email to come later. Says nothing about the person. */
export function MailComesLater({ locale, what }: { locale: Locale; what: 'signature' | 'link' | 'application' }) {
  const t = translator(locale, 'busy.received')
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t(what)}</p>
      <p className="mt-4">{t('spam')}</p>
    </div>
  )
}
