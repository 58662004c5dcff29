import { env } from '@/lib/env'
import type { Locale } from '@/messages/translator'

/** A petition's path after the language; with a member's code, that of its form. */
export function petitionPath(slug: string, via?: string | null): string {
  return via ? `/petitions/${slug}/sign?via=${via}` : `/petitions/${slug}`
}

/** A petition's whole address, to tell others. */
export function petitionAddress(slug: string, locale: Locale, via?: string | null): string {
  return `${env().SITE_URL}/${locale}${petitionPath(slug, via)}`
}
