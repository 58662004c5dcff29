import { foreignText } from '@/components/site/foreign-text'
import type { InvitationStatus } from '@/lib/coalition/find-invitation'
import type { LetterPage } from '@/lib/coalition/find-letter'
import { dateInWords } from '@/lib/coalition/partial-date'
import { type Locale, translator } from '@/messages/translator'
import { FoldedWithdrawal } from './folded-withdrawal'

interface Props {
  invitation: InvitationStatus | null
  letter: LetterPage
  token: string
  locale: Locale
}

/** The state of a co-signature, its history, and how to withdraw it. */
export function CoSignatureStatus({ invitation, letter, token, locale }: Props) {
  const t = translator(locale, 'letters.status')
  const state = !invitation || invitation.state === 'invited' ? 'unknown' : invitation.state
  const day = (date: Date) => dateInWords({ on: date, precision: 'day' }, locale)
  const signedOn = invitation?.signedOn ? day(invitation.signedOn) : ''
  const organisation = `\u2068${invitation?.organisation ?? ''}\u2069`
  return (
    <div className="max-w-[62ch] pt-8 lg:pt-14">
      <h1>{t(`${state}.title`)}</h1>
      <p className="mt-5 font-serif text-lead">{t(`${state}.lead`, { organisation, date: signedOn })}</p>
      <p className="mt-5">
        <strong className="block font-serif" {...foreignText(letter.text.locale, locale)}>
          {letter.text.title}
        </strong>
        <a href={`/${locale}/letters/${letter.slug}`} className="inline-flex min-h-11 items-center">
          {t('read')}
        </a>
      </p>
      {invitation && invitation.state !== 'revoked' && (
        <section aria-labelledby="history" className="mt-8">
          <h2 id="history" className="text-3">
            {t('history')}
          </h2>
          <ol className="mt-2">
            {invitation.history.map(({ state: step, at }) => (
              <li key={at.toISOString() + step} className="flex justify-between gap-6 border-t border-rule py-1.5">
                <span>{t(`steps.${step}`)}</span>
                <time dateTime={at.toISOString()} className="text-muted">
                  {day(at)}
                </time>
              </li>
            ))}
          </ol>
        </section>
      )}
      {invitation?.used && (state === 'confirmed' || state === 'approved') && (
        <FoldedWithdrawal
          action="/api/v1/co-signature-withdrawals"
          words={translator(locale, 'letters.withdraw')}
          hidden={{ token }}
          locale={locale}
        />
      )}
    </div>
  )
}
