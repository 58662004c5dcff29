import { requestAccessLink } from '@/lib/self-service/request-access-link'
import { receiveAddress } from '@/lib/web/receive-form'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Requests an access link by email. The answer is the same for every address, signed or not. */
export function POST(request: Request): Promise<Response> {
  return receiveAddress(request, 'a private link was not asked for', async (email, { fields, locale, now, sender }) => {
    const again = fields.again === 'on'
    const result = await requestAccessLink(email, locale, now, { ...sender, again })
    if (!result.ok) return { ...result, again }
    const page = `/${locale}/signature/${result.later ? 'link-comes-later' : 'link-sent'}`
    return { status: 'check_your_email', later: result.later, page }
  })
}

export const GET = redirectToForm('/signature')
