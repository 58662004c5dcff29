import { env } from '@/lib/env'
import type { Locale } from '@/messages/translator'

/** A petition's path after the language; with a member's code, the path of that member's form. */
export function petitionPath(slug: string, via?: string | null): string {
  return via ? `/petitions/${slug}/sign?via=${via}` : `/petitions/${slug}`
}

/** A petition's full address, to share. */
export function petitionAddress(slug: string, locale: Locale, via?: string | null): string {
  return `${env().SITE_URL}/${locale}${petitionPath(slug, via)}`
}
