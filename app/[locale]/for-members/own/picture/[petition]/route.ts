import { LRUCache } from 'lru-cache'
import { petitionAddress } from '@/components/petitions/petition-address'
import { findMemberSession } from '@/lib/coalition/member-access/find-member-session'
import { recentPicture } from '@/lib/share-pictures/find-picture'
import { withCode } from '@/lib/share-pictures/with-code'
import { readMemberCookie } from '@/lib/web/member-cookie'
import { isLocale } from '@/messages/translator'

interface Context {
  params: Promise<{ locale: string; petition: string }>
}

/** Making one takes a tenth of a second of the thread that all share: a member makes each but once. */
const made = new LRUCache<string, Uint8Array<ArrayBuffer>>({ max: 100 })

/**
 * A petition's picture with a member's link below it as a QR code, for the member alone: it is made when it is asked for,
 * which strangers may not have done to a server.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, petition } = await params
  const member = await findMemberSession(readMemberCookie(request), new Date())
  const picture = member && isLocale(locale) ? await recentPicture(petition, locale === 'ar-XB' ? 'en' : locale) : null
  const headers = { 'cache-control': 'no-store' }
  if (!member || !picture || !isLocale(locale)) return new Response(null, { status: 404, headers })
  const address = petitionAddress(petition, locale, member.slug)
  const key = `${picture.sha256} ${address}`
  const body = made.get(key) ?? new Uint8Array(withCode(picture.bytes, address))
  made.set(key, body)
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': 'image/png',
      'content-disposition': `inline; filename="${petition}-${locale}-${member.slug}.png"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
