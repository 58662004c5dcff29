import { startAccessSession } from '@/lib/self-service/start-access-session'
import { json, seeOther, wantsJson } from '@/lib/web/answer'
import { readPost } from '@/lib/web/read-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Exchanges a mailed private link for a session. Only POST: a mail scanner that follows the link spends nothing. */
export async function POST(request: Request): Promise<Response> {
  const form = await readPost(request)
  if (form instanceof Response) return form
  const result = await startAccessSession(form.fields.token ?? '', new Date())
  if (wantsJson(request)) return result.ok ? json({ session: result.session }) : json({ error: result.reason }, 404)
  return seeOther(`/${form.locale}/signature/own/${result.ok ? result.session : 'unknown'}`)
}

export const GET = redirectToForm('/signature')
