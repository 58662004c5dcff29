import { countryName } from '@/components/site/country-names'
import type { SelfServiceExport } from '@/lib/self-service/export-signatures'
import type { ListedState } from '@/lib/signatures/states'
import { type Locale, translator } from '@/messages/translator'
import type { Display } from '@/prisma/generated/enums'
import { describeSignature } from './describe-signature'

/** Everything held as plain text, in the person's words. */
export function formatExport({ exportedAt, signatures }: SelfServiceExport, locale: Locale): string {
  const t = translator(locale, 'own.visit')
  const parts = signatures.map((signature) => {
    const date = (text: string | null) => (text === null ? null : new Date(text))
    const lines = describeSignature(
      {
        ...signature,
        country: countryName(signature.country, locale),
        state: signature.state as ListedState,
        display: signature.display as Display,
        locale: signature.language,
        receivedAt: new Date(signature.receivedAt),
        confirmedAt: date(signature.confirmedAt),
        countedAt: date(signature.countedAt),
        withdrawnAt: date(signature.withdrawnAt),
        commitment: signature.ledger.commitment,
        leafIndex: signature.ledger.leafIndex,
      },
      locale,
    )
    return [signature.petition, ...lines.map(([name, value]) => `  ${name}: ${value.replaceAll('\n', '\n    ')}`)].join(
      '\n',
    )
  })
  return `\ufeff${[`${t('title')} (${exportedAt})`, ...parts].join('\n\n')}\n`
}
