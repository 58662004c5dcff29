import { requestResend } from '@/lib/signatures/request-resend'
import { receiveAddress } from '@/lib/web/receive-form'
import { redirectToForm } from '@/lib/web/redirect-to-form'

interface Context {
  params: Promise<{ slug: string }>
}

/** Requests the confirmation email of a form again. The answer is the same for every address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  return receiveAddress(request, 'a mail was not asked for again', async (email, { locale, now, sender }) => {
    const petition = `/${locale}/petitions/${encodeURIComponent(slug)}`
    const result = await requestResend(slug, email, now, sender)
    if (result.ok) {
      const page = `${petition}/${result.later ? 'mail-comes-later' : 'check-your-email'}`
      return { status: 'check_your_email', later: result.later, page }
    }
    return result.reason === 'rate_limited' ? { ...result, again: true } : { code: result.reason, page: petition }
  })
}

export const GET = redirectToForm('/petitions/[slug]/check-your-email')
