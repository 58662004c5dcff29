import { type Locale, translator } from '@/messages/translator'

/** What a petition's picture shows, for who does not see it. */
export function pictureWords(title: string, { count }: { count: number }, locale: Locale): string {
  return count > 0 ? `${title}. ${translator(locale, 'petition.count')('announce', { count })}` : title
}
