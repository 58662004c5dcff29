import { describeContent } from '@/components/self-service/describe-signature'
import { countryName } from '@/components/site/country-names'
import type { WaitingForm } from '@/lib/signatures/find-by-token'
import { type Locale, translator } from '@/messages/translator'

/** Everything that a pending form will count as. Its reader may not be the person who filled it in. */
export function WhatWillCount({ form, locale }: { form: WaitingForm; locale: Locale }) {
  const t = translator(locale, 'signature.pending')
  const { own, shownName, country, display, updates } = form
  const rows = describeContent({ ...own, country: countryName(country, locale), display, updates }, locale)
  return (
    <>
      <h2 className="mt-8">{t('holds')}</h2>
      <dl className="mt-4 border-t border-rule">
        {rows.map(({ field, name, value }) => (
          <div key={field} className="grid gap-x-6 border-b border-rule py-2 sm:grid-cols-[14rem_1fr]">
            <dt className="text-muted">{name}</dt>
            <dd className="whitespace-pre-line break-words">
              <bdi>{field === 'display' && shownName ? `${value}: ${shownName}` : (value ?? t('noComment'))}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
