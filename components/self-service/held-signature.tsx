import { countryName } from '@/components/site/country-names'
import { Button } from '@/components/ui/button'
import type { SelfServiceSignature } from '@/lib/self-service/find-self-service'
import { standingStates } from '@/lib/signatures/states'
import { type Locale, translator } from '@/messages/translator'
import { ChangeForm } from './change-form'
import { describeSignature } from './describe-signature'

interface Props {
  session: string
  signature: SelfServiceSignature
  locale: Locale
}

/** One signature: everything held of it, and what its person can do. */
export function HeldSignature({ session, signature, locale }: Props) {
  const t = translator(locale, 'own.visit')
  const changeable = standingStates.some((state) => state === signature.state)
  const held = { ...signature, ...signature.record, country: countryName(signature.country, locale) }
  return (
    <section className="mt-10">
      <h2>
        <a href={`/${locale}/petitions/${signature.petitionSlug}`}>{signature.petitionTitle}</a>
      </h2>
      <dl className="mt-4 border-t border-rule">
        {describeSignature(held, locale).map(([name, value]) => (
          <div key={name} className="grid gap-x-6 border-b border-rule py-2 sm:grid-cols-[14rem_1fr]">
            <dt className="text-muted">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {signature.state === 'pending' && (
        <p className="mt-4">
          <a href={`/${locale}/signature/${signature.record.token}`} className="inline-flex min-h-11 items-center">
            {t('waiting')}
          </a>
        </p>
      )}
      {changeable && <ChangeForm session={session} signature={signature} locale={locale} />}
      {changeable && (
        <details className="border-b border-rule">
          <summary className="flex min-h-11 items-center py-2 underline underline-offset-4">
            {translator(locale, 'signature.withdraw')('open')}
          </summary>
          <form method="post" action="/api/v1/my-signature/withdrawals" className="space-y-4 pb-5">
            <p>{t('withdraw')}</p>
            <input type="hidden" name="session" value={session} />
            <input type="hidden" name="petition" value={signature.petitionSlug} />
            <input type="hidden" name="locale" value={locale} />
            <Button look="quiet">{translator(locale, 'signature.withdraw')('button')}</Button>
          </form>
        </details>
      )}
    </section>
  )
}
