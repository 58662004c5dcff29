import { env } from '@/lib/env'
import { sourceLocale } from '@/messages/translator'
import { findSiteText } from './find-site-text'

export interface SiteLinks {
  /** An email address or a page; null where the coalition has set none. */
  contact: string | null
  /** A page; null where the coalition has set none. */
  donate: string | null
  /** How the coalition is reached about personal data, as it stands; null where nobody has set it. */
  privacy: string | null
}

/** Pages rendered for each request ask for the same links. */
const KEPT_MS = 3_000
const kept = new Map<string, { until: number; links: Promise<SiteLinks> }>()

/** The links below every page, as staff have set them; up to three seconds old. */
export function siteLinks(locale: string, now: Date): Promise<SiteLinks> {
  const known = kept.get(locale)
  if (known && known.until > now.getTime()) return known.links
  const links = read(locale)
  // A failure is not kept.
  links.catch(() => kept.delete(locale))
  kept.set(locale, { until: now.getTime() + KEPT_MS, links })
  return links
}

async function read(locale: string): Promise<SiteLinks> {
  const text = await findSiteText('contact', locale)
  const { contact = null, donate = null } = text?.words ?? {}
  return { contact, donate, privacy: await findPrivacyContact(locale) }
}

/**
 * How the coalition is reached about personal data: as the server says, else as staff have set it, in English where the
 * language has none of its own, since a notice without it would be incomplete. Null where it is not set.
 */
export async function findPrivacyContact(locale: string): Promise<string | null> {
  const { PRIVACY_CONTACT } = env()
  if (PRIVACY_CONTACT) return PRIVACY_CONTACT
  const own = await findSiteText('contact', locale)
  return own?.words.privacy ?? (await findSiteText('contact', sourceLocale))?.words.privacy ?? null
}
