import { startCoSignature } from '@/lib/coalition/member-letters/start-co-signature'
import { seeOther } from '@/lib/web/answer'
import { answerPatiently } from '@/lib/web/answer-patiently'
import { answerProposal } from '@/lib/web/answer-proposal'
import { isFromElsewhere, MEMBER_PATH, readMemberCookie } from '@/lib/web/member-cookie'
import { readPost } from '@/lib/web/read-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Leads a member to the form of a letter, with its name filled in. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if (post instanceof Response) return post
  const { fields, locale } = post
  const now = new Date()
  const session = isFromElsewhere(request) ? null : readMemberCookie(request)
  return answerPatiently(request, post, async () => {
    const { letter = '' } = fields
    const result = await startCoSignature(session, letter, now)
    if (result.ok) return seeOther(`/${locale}/letters/${encodeURIComponent(letter)}/co-sign/${result.token}`)
    if (result.reason === 'busy')
      return answerProposal(locale, { ok: false, errors: { form: ['busy'] } }, { values: {} }, now)
    // The page says how things stand.
    return seeOther(`/${locale}${MEMBER_PATH}#letters`)
  })
}

export const GET = redirectToForm('/for-members')
