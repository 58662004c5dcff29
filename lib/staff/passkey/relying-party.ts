import { env } from '@/lib/env'

/** The relying party: the admin area's own host and origin, never those that a request names. */
export function relyingParty(): { id: string; origin: string; name: string } {
  const { hostname, origin } = new URL(env().ADMIN_URL)
  return { id: hostname, origin, name: 'Petition admin' }
}
