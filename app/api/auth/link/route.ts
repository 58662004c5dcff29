import { env } from '@/lib/env'
import { field } from '@/lib/web/admin/admin-action'
import { cookieOptions, sessionCookie } from '@/lib/web/admin/auth-options'
import { spendLink } from '@/lib/web/admin/spend-link'
import { seeOther } from '@/lib/web/answer'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/**
 * Spends a mailed sign-in link: the button of its page posts here. Only POST, and only from our own page: opening a
 * link spends nothing, and no other site can sign a browser in as somebody else.
 */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get('origin') !== new URL(env().ADMIN_URL).origin) return seeOther('/admin/sign-in?problem=link')
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

export const GET = redirectToForm('/admin/sign-in')
