import { type Locale, translator } from '@/messages/translator'

/** Joins offices in one line. Each keeps its own direction (Unicode isolates). */
export function officeNames(addressees: string[]): string {
  return addressees.map((name) => `\u2068${name}\u2069`).join('; ')
}

/** Says that these offices get names separately. Old deliveries do not tell which offices. */
export function namesToInWords(offices: string[], locale: Locale): string {
  const t = translator(locale, 'delivery')
  return offices.length === 0 ? t('namesApart') : t('namesTo', { offices: officeNames(offices) })
}
