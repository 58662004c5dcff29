import { type Locale, translator } from '@/messages/translator'

/** Offices in one line. Each keeps its own direction within a text of the other (Unicode isolates). */
export function officeNames(addressees: string[]): string {
  return addressees.map((name) => `\u2068${name}\u2069`).join('; ')
}

/**
 * That names go to these offices apart; of deliveries approved before more than one could get them it is not known
 * which.
 */
export function namesToInWords(offices: string[], locale: Locale): string {
  const t = translator(locale, 'delivery')
  return offices.length === 0 ? t('namesApart') : t('namesTo', { offices: officeNames(offices) })
}
