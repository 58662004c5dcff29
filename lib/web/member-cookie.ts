import { env } from '@/lib/env'
import { locales } from '@/messages/translator'

/** The cookie of a session at a member's own page; over TLS with the prefix that no insecure page can set. */
export function memberCookie(): string {
  return isSecure() ? '__Secure-member' : 'member'
}

/** The session that a browser sends; null if there is none. */
export function readMemberCookie(request: Request): string | null {
  const name = `${memberCookie()}=`
  const found = (request.headers.get('cookie') ?? '').split(/; */).find((pair) => pair.startsWith(name))
  return found?.slice(name.length) ?? null
}

/**
 * Sets it, or with no session takes it away: for the member's own page in each language and no other path, so that it
 * goes along with nothing else that is done in the same browser, such as signing. It is sent from pages of this site
 * only.
 */
export function setMemberCookie(headers: Headers, session: string | null, seconds: number): void {
  const more = `Max-Age=${session ? seconds : 0}; HttpOnly; SameSite=Strict${isSecure() ? '; Secure' : ''}`
  for (const locale of locales)
    headers.append('set-cookie', `${memberCookie()}=${session ?? ''}; Path=/${locale}${MEMBER_PATH}; ${more}`)
}

/** The page's path after the language. */
export const MEMBER_PATH = '/for-members/own'

/** Whether a page of another site made the browser send this. Nobody is led into, or acts in, a session that way. */
export function isFromElsewhere(request: Request): boolean {
  return request.headers.get('sec-fetch-site') === 'cross-site'
}

function isSecure(): boolean {
  return env().SITE_URL.startsWith('https:')
}
