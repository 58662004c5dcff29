import { type Locale, translator } from '@/messages/translator'

/** The alternative text of a petition's picture. The title may be of another language and direction. */
export function pictureWords(title: string, { count }: { count: number }, locale: Locale): string {
  const t = translator(locale, 'petition.count')
  return count > 0 ? t('picture', { title: `\u2068${title}\u2069`, signed: t('announce', { count }) }) : title
}
