import { findPack } from '@/lib/delivery/find-pack'
import { json } from '@/lib/web/answer'
import { packHeaders } from '@/lib/web/openapi/operations/site'
import { withSharedBody } from '@/lib/web/shared-body'

/** The delivered pack of a petition, as a ZIP archive, from the day of the delivery on. It never changes. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const found = await findPack((await params).id, new Date())
  if (!found) return json({ error: 'pack_unknown' }, 404)
  const name = `${found.slug}-${found.day}.zip`
  return withSharedBody(found.pack, { ...packHeaders, 'content-disposition': `attachment; filename="${name}"` })
}
