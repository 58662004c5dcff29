import { openVisit } from '@/lib/signatures/own/open-visit'
import { json, seeOther, wantsJson } from '@/lib/web/answer'
import { leadToForm } from '@/lib/web/lead-to-form'
import { readOwnForm } from '@/lib/web/read-own-form'

/** Exchanges a mailed private link for a visit. Only POST: a mail scanner that follows the link spends nothing. */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const result = await openVisit(form.fields.token ?? '', new Date())
  if (wantsJson(request)) return result.ok ? json({ visit: result.visit }) : json({ error: result.reason }, 404)
  return seeOther(`/${form.locale}/signature/own/${result.ok ? result.visit : 'unknown'}`)
}

export const GET = leadToForm('/signature')
