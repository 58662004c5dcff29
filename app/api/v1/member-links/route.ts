import { requestMemberLink } from '@/lib/coalition/member-access/request-member-link'
import { receiveAddress } from '@/lib/web/receive-form'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Mails a link to a member's own page. The answer is the same for every address, a contact's or not. */
export function POST(request: Request): Promise<Response> {
  return receiveAddress(
    request,
    'a link to a member’s page was not asked for',
    async (email, { locale, now, sender }) => {
      const result = await requestMemberLink(email, locale, now, sender)
      if (!result.ok) return result
      return { status: 'check_your_email', later: result.later, page: `/${locale}/for-members/link-sent` }
    },
    '/for-members/wrong-address',
  )
}

export const GET = redirectToForm('/for-members')
