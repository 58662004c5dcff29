import { endMemberSession } from '@/lib/coalition/member-access/find-member-session'
import { seeOther } from '@/lib/web/answer'
import { answerPatiently } from '@/lib/web/answer-patiently'
import { isFromElsewhere, readMemberCookie, setMemberCookie } from '@/lib/web/member-cookie'
import { readPost } from '@/lib/web/read-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Ends the session of this browser. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if (post instanceof Response) return post
  return answerPatiently(request, post, async () => {
    const out = seeOther(`/${post.locale}/for-members`)
    if (isFromElsewhere(request)) return out
    await endMemberSession(readMemberCookie(request))
    setMemberCookie(out.headers, null, 0)
    return out
  })
}

export const GET = redirectToForm('/for-members')
