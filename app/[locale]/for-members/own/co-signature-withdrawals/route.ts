import { withdrawAsMember } from '@/lib/coalition/member-letters/withdraw-as-member'
import { seeOther } from '@/lib/web/answer'
import { answerPatiently } from '@/lib/web/answer-patiently'
import { isFromElsewhere, MEMBER_PATH, readMemberCookie } from '@/lib/web/member-cookie'
import { readPost } from '@/lib/web/read-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** A member withdraws what it co-signed on its own page, which says how things stand. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if (post instanceof Response) return post
  const { fields, locale } = post
  const session = isFromElsewhere(request) ? null : readMemberCookie(request)
  return answerPatiently(request, post, async () => {
    await withdrawAsMember(session, fields.letter ?? '', new Date())
    return seeOther(`/${locale}${MEMBER_PATH}#letters`)
  })
}

export const GET = redirectToForm('/for-members')
