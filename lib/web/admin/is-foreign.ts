import { env } from '@/lib/env'

/**
 * Tells whether a page elsewhere made this request. Browsers send Origin with every POST; SameSite keeps the cookie
 * from other sites, but not from sibling subdomains.
 */
export function isForeign(request: Request): boolean {
  const origin = request.headers.get('origin')
  return origin !== null && origin !== new URL(env().ADMIN_URL).origin
}
