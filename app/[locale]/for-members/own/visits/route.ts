import { SESSION_HOURS } from '@/lib/coalition/member-access/access-record'
import { startMemberSession } from '@/lib/coalition/member-access/start-member-session'
import { seeOther, tokenSegment } from '@/lib/web/answer'
import { answerPatiently } from '@/lib/web/answer-patiently'
import { isFromElsewhere, MEMBER_PATH, setMemberCookie } from '@/lib/web/member-cookie'
import { readPost } from '@/lib/web/read-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/**
 * Exchanges a mailed link for a session in this browser. Only POST: a mail scanner that follows the link spends
 * nothing.
 */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if (post instanceof Response) return post
  const { fields, locale } = post
  const token = fields.token ?? ''
  return answerPatiently(request, post, async () => {
    const dead = seeOther(`/${locale}/for-members/open/${tokenSegment(token)}`)
    if (isFromElsewhere(request)) return dead
    const result = await startMemberSession(token, new Date())
    if (!result.ok) return dead
    const opened = seeOther(`/${locale}${MEMBER_PATH}`)
    setMemberCookie(opened.headers, result.session, SESSION_HOURS * 3600)
    return opened
  })
}

export const GET = redirectToForm('/for-members')
