import { formatExport } from '@/components/self-service/format-export'
import { exportSignatures } from '@/lib/self-service/export-signatures'
import { json, seeOther, wantsJson } from '@/lib/web/answer'
import { readPost } from '@/lib/web/read-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/**
 * Everything held about the person of a session, as a file: JSON, or text to read. A POST, so that no address holds the
 * secret.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await readPost(request)
  if (form instanceof Response) return form
  const { fields, locale } = form
  const found = await exportSignatures(fields.session ?? '', new Date())
  if (!found) {
    return wantsJson(request) ? json({ error: 'session_unknown' }, 404) : seeOther(`/${locale}/signature/own/unknown`)
  }
  if (fields.format !== 'text')
    return json(found.data, 200, { 'content-disposition': 'attachment; filename="signature.json"' })
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': 'attachment; filename="signature.txt"',
    'cache-control': 'no-store',
  }
  return new Response(formatExport(found.data, locale), { headers })
}

export const GET = redirectToForm('/signature')
