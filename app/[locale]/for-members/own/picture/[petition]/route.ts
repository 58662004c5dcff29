import { LRUCache } from 'lru-cache'
import { petitionAddress } from '@/components/petitions/petition-address'
import { findMemberSession } from '@/lib/coalition/member-access/find-member-session'
import { recentPicture } from '@/lib/share-pictures/find-picture'
import { withCode } from '@/lib/share-pictures/with-code'
import { readMemberCookie } from '@/lib/web/member-cookie'
import { withSharedBody } from '@/lib/web/shared-body'
import { isLocale } from '@/messages/translator'

interface Context {
  params: Promise<{ locale: string; petition: string }>
}

/**
 * Making one takes some hundredths of a second of the thread that all share: a member makes each but once, also at
 * once.
 */
const made = new LRUCache<string, Promise<Buffer<ArrayBuffer>>>({ max: 100 })

/**
 * A petition's picture with a member's link below it as a QR code, for the member alone: it is made when it is asked
 * for, which strangers may not have done to a server.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, petition } = await params
  const member = await findMemberSession(readMemberCookie(request), new Date())
  const picture = member && isLocale(locale) ? await recentPicture(petition, locale === 'ar-XB' ? 'en' : locale) : null
  const headers = { 'cache-control': 'no-store' }
  if (!member || !picture || !isLocale(locale)) return new Response(null, { status: 404, headers })
  const address = petitionAddress(petition, locale, member.slug)
  const key = `${picture.sha256} ${address}`
  const making = made.get(key) ?? withCode(picture.bytes, address)
  made.set(key, making)
  const body = await making.catch((error: unknown) => {
    made.delete(key)
    throw error
  })
  return withSharedBody(body, {
    ...headers,
    'content-type': 'image/png',
    'content-disposition': `inline; filename="${petition}-${locale}-${member.slug}.png"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
}
