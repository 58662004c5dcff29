import { env } from '@/lib/env'

/** The relying party: the site's own host and origin, never those that a request names. */
export function relyingParty(): { id: string; origin: string; name: string } {
  const { hostname, origin } = new URL(env().SITE_URL)
  return { id: hostname, origin, name: 'Petition admin' }
}
