import { signAsMember } from '@/lib/coalition/member-letters/sign-as-member'
import { answerPatiently } from '@/lib/web/answer-patiently'
import { answerProposal } from '@/lib/web/answer-proposal'
import { isFromElsewhere, readMemberCookie } from '@/lib/web/member-cookie'
import { readPost } from '@/lib/web/read-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** The errors that the page shows with the form; for any other refusal it shows the current state. */
const refused: Record<string, Record<string, string[]>> = {
  busy: { form: ['busy'] },
  taken: { organisation: ['taken'] },
}

/** A member co-signs a letter. The page may hold the forms of several: each field's name ends in its letter's. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if (post instanceof Response) return post
  const { fields, locale } = post
  const now = new Date()
  const { letter = '' } = fields
  const typed = (name: string) => fields[`${name}.${letter}`] ?? ''
  const values = { name: typed('signer'), role: typed('role'), authority: typed('authority') }
  const session = isFromElsewhere(request) ? null : readMemberCookie(request)
  return answerPatiently(request, post, async () => {
    const result = await signAsMember(session, letter, values, locale, now)
    const errors = 'reason' in result ? refused[result.reason] : undefined
    const answer = errors ? { ok: false as const, errors } : result
    return answerProposal(locale, answer, { values: { letter, ...values }, end: '#letters' }, now)
  })
}

export const GET = redirectToForm('/for-members')
