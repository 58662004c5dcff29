import { findSiteText } from './find-site-text'

export interface SiteLinks {
  /** An email address or a page; null where the coalition has set none. */
  contact: string | null
  /** A page; null where the coalition has set none. */
  donate: string | null
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
  return { contact: text?.words.contact ?? null, donate: text?.words.donate ?? null }
}
