import { NumberedList } from '@/components/ui/numbered-list'
import { env } from '@/lib/env'
import { LINK_LIFE_DAYS } from '@/lib/signatures/link-life'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'
import { RequestResend } from './request-resend'

/** After the form: what happens next, by when, and what to do if no mail comes. Says nothing about the person. */
export function CheckEmail({ slug, locale, now }: { slug: string; locale: Locale; now: Date }) {
  const t = translator(locale, 'checkEmail')
  const expires = longDate(new Date(now.getTime() + LINK_LIFE_DAYS * 86_400_000), locale)
  const petition = `/${locale}/petitions/${slug}`
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      {env().MAIL_DRIVER === 'outbox' && (
        <p className="mt-5 border-s-4 border-accent bg-panel px-4 py-3">
          {t.rich('trial', { link: (text) => <a href="/mailbox">{text}</a> })}
        </p>
      )}
      <h2 className="mt-10">{t('steps.title')}</h2>
      <div className="mt-4">
        <NumberedList locale={locale} items={[t('steps.open'), t('steps.confirm'), t('steps.counted')]} />
      </div>
      <p className="mt-4">{t('validity', { date: expires })}</p>
      <h2 className="mt-10">{t('nothing.title')}</h2>
      <ul className="mt-3 list-disc space-y-2 ps-5 marker:text-edge">
        <li>{t('nothing.wait')}</li>
        <li>{t('nothing.spam')}</li>
        <li>{t('nothing.limit')}</li>
        <li>{t('nothing.already')}</li>
        <li>{t.rich('nothing.wrong', { link: (text) => <a href={`${petition}#sign`}>{text}</a> })}</li>
      </ul>
      <RequestResend action={`/api/v1/petitions/${slug}/mails`} locale={locale} />
      <p className="mt-8">
        <a href={petition} className="inline-flex min-h-11 items-center">
          {t('back')}
        </a>
      </p>
    </div>
  )
}
