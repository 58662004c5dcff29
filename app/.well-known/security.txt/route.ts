import { env } from '@/lib/env'
import { isoDay } from '@/lib/input/day'

export const dynamic = 'force-dynamic'

/** In ms. Made fresh with each answer, so it never expires while the site is up (RFC 9116, section 2.5.5). */
const VALID_FOR = 90 * 86_400_000

/** How to report a vulnerability (RFC 9116); 404 where no contact is set, since a file without one is invalid. */
export function GET(): Response {
  const { SITE_URL, SECURITY_CONTACT } = env()
  if (!SECURITY_CONTACT) return new Response('No security contact is set.\n', { status: 404, headers: plain })
  const lines = [
    `Contact: ${SECURITY_CONTACT}`,
    `Expires: ${expiry(new Date())}`,
    'Preferred-Languages: en, ko',
    `Canonical: ${SITE_URL}/.well-known/security.txt`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { ...plain, 'cache-control': 'public, s-maxage=4' } })
}

const plain = { 'content-type': 'text/plain; charset=utf-8' }

/** The last whole day, so that the answer changes once a day. */
function expiry(now: Date): string {
  return `${isoDay(new Date(now.getTime() + VALID_FOR))}T00:00:00Z`
}
