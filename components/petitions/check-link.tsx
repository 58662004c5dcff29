import { type Locale, translator } from '@/messages/translator'

/** A link beside each count to the page that explains how anybody can verify it. */
export function CheckLink({ locale }: { locale: Locale }) {
  return <a href={`/${locale}/check`}>{translator(locale, 'check')('nav')}</a>
}
