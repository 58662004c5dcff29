import { sayExport } from '@/components/signatures/own/say-export'
import { exportOwn } from '@/lib/signatures/own/export-own'
import { json, seeOther } from '@/lib/web/answer'
import { leadToForm } from '@/lib/web/lead-to-form'
import { readOwnForm } from '@/lib/web/read-own-form'

/** Everything held about the person of a visit, as a file: JSON, or text to read. A POST, so that no address holds the secret. */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const { fields, locale } = form
  const found = await exportOwn(fields.visit ?? '', new Date())
  if (!found) return seeOther(`/${locale}/signature/own/unknown`)
  if (fields.format !== 'text')
    return json(found.data, 200, { 'content-disposition': 'attachment; filename="signature.json"' })
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': 'attachment; filename="signature.txt"',
    'cache-control': 'no-store',
  }
  return new Response(sayExport(found.data, locale), { headers })
}

export const GET = leadToForm('/signature')
