import { localeOfPart } from '@/lib/coalition/member-proposals/proposal-parts'
import { propose } from '@/lib/coalition/member-proposals/propose'
import { answerPatiently } from '@/lib/web/answer-patiently'
import { answerProposal } from '@/lib/web/answer-proposal'
import { isFromElsewhere, readMemberCookie } from '@/lib/web/member-cookie'
import { readPost } from '@/lib/web/read-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** A member proposes its words in one language, or its website. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if (post instanceof Response) return post
  const { fields, locale } = post
  const now = new Date()
  const { part = '', name = '', affiliation = '', description = '', website = '' } = fields
  const session = isFromElsewhere(request) ? null : readMemberCookie(request)
  const language = localeOfPart(part)
  const values: Record<string, string> = language ? { part, name, affiliation, description } : { part, website }
  const shown = { language, values }
  return answerPatiently(request, post, async () =>
    answerProposal(locale, await propose(session, part, fields, now), shown, now),
  )
}

export const GET = redirectToForm('/for-members')
