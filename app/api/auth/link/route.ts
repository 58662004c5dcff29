import { env } from '@/lib/env'
import { seeOther } from '@/lib/web/answer'
import { cookieOptions, sessionCookie } from '@/lib/web/desk/auth-options'
import { field } from '@/lib/web/desk/desk-action'
import { spendLink } from '@/lib/web/desk/spend-link'
import { leadToForm } from '@/lib/web/lead-to-form'

/**
 * Spends a mailed sign-in link: the button of its page posts here. Only POST, and only from our own page: opening a
 * link spends nothing, and no other site can sign a browser in as somebody else.
 */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get('origin') !== new URL(env().SITE_URL).origin) return seeOther('/admin/sign-in?problem=link')
  const token = await request.formData().then(
    (form) => field(form, 'token'),
    () => '',
  )
  const session = await spendLink(token, request.headers.get('user-agent') ?? '')
  if (!session) return seeOther('/admin/sign-in?problem=link')
  const answer = seeOther('/admin')
  const { secure } = cookieOptions()
  const cookie = `${sessionCookie()}=${session}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  answer.headers.append('set-cookie', cookie)
  return answer
}

export const GET = leadToForm('/admin/sign-in')
