import { countryName } from '@/components/site/country-names'
import { Button } from '@/components/ui/button'
import type { ApplicationRecord } from '@/lib/coalition/application-record'
import type { ApplicationStatus as Status } from '@/lib/coalition/find-application'
import { dateInWords } from '@/lib/coalition/partial-date'
import { type Locale, translator } from '@/messages/translator'
import { FoldedWithdrawal } from './folded-withdrawal'

/** The page of an application behind its mailed link: its state and the actions on it. */
export function ApplicationStatus(props: { token: string; locale: Locale; application: Status | null }) {
  const { token, locale, application } = props
  const t = translator(locale, 'join.status')
  const state = application?.state ?? 'unknown'
  return (
    <div className="max-w-[62ch] pt-8 lg:pt-14">
      <h1>{t(`${state}.title`)}</h1>
      <p className="mt-5 font-serif text-lead">{t(`${state}.lead`)}</p>
      {application?.state === 'pending' && (
        <>
          {application.own && <Entered own={application.own} country={application.country} locale={locale} />}
          <form method="post" action="/api/v1/application-confirmations" className="mt-6">
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="locale" value={locale} />
            <Button pending={translator(locale, 'form')('pending')}>{t('pending.button')}</Button>
          </form>
          <p className="mt-4 text-muted">
            {t('pending.until', { date: dateInWords({ on: application.expiresAt, precision: 'day' }, locale) })}
          </p>
        </>
      )}
      {(state === 'pending' || state === 'confirmed') && (
        <FoldedWithdrawal
          action="/api/v1/application-withdrawals"
          words={translator(locale, 'join.withdraw')}
          hidden={{ token }}
          locale={locale}
        />
      )}
      <p className="mt-8">
        {state === 'expired' || state === 'unknown' ? (
          <a href={`/${locale}/join`} className="inline-flex min-h-11 items-center">
            {t('again')}
          </a>
        ) : (
          <a href={`/${locale}`} className="inline-flex min-h-11 items-center">
            {t('home')}
          </a>
        )}
      </p>
    </div>
  )
}

/** All entered values: the reader may not be the person who entered them. */
function Entered({ own, country, locale }: { own: ApplicationRecord; country: string; locale: Locale }) {
  const t = translator(locale, 'join')
  const rows = [
    [t('name.label'), own.name],
    [t('contact.label'), own.contact],
    [t('email.label'), own.email],
    [t('country.label'), countryName(country, locale)],
    [t('website.label'), own.website],
    [t('comment.label'), own.comment],
  ] as const
  return (
    <dl className="mt-6 border-t border-rule">
      {rows.map(
        ([name, value]) =>
          value && (
            <div key={name} className="grid gap-x-6 border-b border-rule py-2 sm:grid-cols-[14rem_1fr]">
              <dt className="text-muted">{name}</dt>
              <dd className="whitespace-pre-line break-words">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
