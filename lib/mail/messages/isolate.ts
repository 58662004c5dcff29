import { withoutTurns } from '@/lib/text/clean-text'
import { direction, type Locale } from '@/messages/translator'

/**
 * Keeps a value of another writing direction from reordering the sentence around it (UAX #9, 2.7). Control characters
 * in it that would end the isolation, or change the direction of what follows, are removed.
 */
export function isolate(locale: Locale, typed: string): string {
  const value = withoutTurns(typed)
  const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(value)
  return rightToLeft === (direction(locale) === 'rtl') ? value : `\u2068${value}\u2069`
}
