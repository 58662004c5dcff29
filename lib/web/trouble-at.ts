import { isLocale } from '@/messages/translator'
import type { Trouble } from './plain-page'

/** Where the sentence about a status can be read. @param reference of a failure, for whoever writes to us */
export function troubleAt(status: Trouble, locale: string, reference?: string): string {
  const language = isLocale(locale) ? `&locale=${locale}` : ''
  return `/again?status=${status}${language}${reference ? `&reference=${reference}` : ''}`
}
