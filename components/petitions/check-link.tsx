import { type Locale, translator } from '@/messages/translator'

/** Beside each count: how anybody can add it up. */
export function CheckLink({ locale }: { locale: Locale }) {
  return <a href={`/${locale}/check`}>{translator(locale, 'check')('nav')}</a>
}
