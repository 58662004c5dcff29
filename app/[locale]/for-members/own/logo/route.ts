import { proposeLogo } from '@/lib/coalition/member-proposals/propose'
import { answerPatiently } from '@/lib/web/answer-patiently'
import { answerProposal } from '@/lib/web/answer-proposal'
import { isFromElsewhere, readMemberCookie } from '@/lib/web/member-cookie'
import { readPost } from '@/lib/web/read-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** A member proposes a logo, or to have none. */
export async function POST(request: Request): Promise<Response> {
  const withFile = request.clone()
  const post = await readPost(request)
  if (post instanceof Response) return post
  const now = new Date()
  const session = isFromElsewhere(request) ? null : readMemberCookie(request)
  // A field that is no file is no picture: the error is the same as for any other that cannot be taken.
  const file = post.fields.remove === 'on' ? null : await readLogo(withFile)
  return answerPatiently(request, post, async () =>
    answerProposal(post.locale, await proposeLogo(session, file, now), { values: { part: 'logo' } }, now),
  )
}

/** The file of a body that was small enough to be read; empty if there is none. */
async function readLogo(request: Request): Promise<Buffer> {
  const form = await request.formData().catch(() => null)
  const file = form?.get('logo')
  return file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
}

export const GET = redirectToForm('/for-members')
