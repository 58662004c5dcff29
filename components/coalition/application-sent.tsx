import { NumberedList } from '@/components/ui/numbered-list'
import { env } from '@/lib/env'
import { type Locale, translator } from '@/messages/translator'

/** The page after the form, with the next steps. It says nothing about the person. */
export function ApplicationSent({ locale }: { locale: Locale }) {
  const t = translator(locale, 'join.checkEmail')
  return (
    <div className="max-w-[62ch] pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      {env().MAIL_DRIVER === 'outbox' && (
        <p className="mt-5 border-s-4 border-accent bg-panel px-4 py-3">
          {translator(locale, 'checkEmail').rich('trial', { link: (text) => <a href="/mailbox">{text}</a> })}
        </p>
      )}
      <div className="mt-8">
        <NumberedList locale={locale} items={[t('open'), t('confirm'), t('answer')]} />
      </div>
      <p className="mt-4">{t('validity')}</p>
      <p className="mt-4">{t.rich('nothing', { link: (text) => <a href={`/${locale}/join`}>{text}</a> })}</p>
    </div>
  )
}
