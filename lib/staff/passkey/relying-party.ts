import { env } from '@/lib/env'

/** Who asks for passkeys: the site's own host and origin, never what a request says of them. */
export function relyingParty(): { id: string; origin: string; name: string } {
  const { hostname, origin } = new URL(env().SITE_URL)
  return { id: hostname, origin, name: 'Petition admin' }
}
