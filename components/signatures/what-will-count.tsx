import { countryName } from '@/components/site/country-names'
import type { WaitingForm } from '@/lib/signatures/find-by-token'
import { publicName } from '@/lib/signatures/public-names/public-name'
import { type Locale, translator } from '@/messages/translator'

/** All that a waiting form will count as. Whoever reads it may not be who filled it in. */
export function WhatWillCount({ form, locale }: { form: WaitingForm; locale: Locale }) {
  const t = translator(locale, 'own.held')
  const { own, country, display, updates } = form
  const chosen = translator(locale, 'form.display')(display)
  const shown = own && publicName(own.name, display)
  const rows: [string, string][] = [
    ...(own ? [[t('name'), own.name] as [string, string], [t('email'), own.email] as [string, string]] : []),
    [t('display'), shown ? `${chosen}: ${shown}` : chosen],
    [t('country'), countryName(country, locale)],
    ...(own
      ? [[t('comment'), own.comment ?? translator(locale, 'signature.pending')('noComment')] as [string, string]]
      : []),
    [t('updates'), t(updates ? 'yes' : 'no')],
  ]
  return (
    <>
      <h2 className="mt-8">{translator(locale, 'signature.pending')('holds')}</h2>
      <dl className="mt-4 border-t border-rule">
        {rows.map(([name, value]) => (
          <div key={name} className="grid gap-x-6 border-b border-rule py-2 sm:grid-cols-[14rem_1fr]">
            <dt className="text-muted">{name}</dt>
            <dd className="whitespace-pre-line break-words">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
