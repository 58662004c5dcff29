import { findPack } from '@/lib/delivery/find-pack'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { attachment } from '@/lib/web/admin/attachment'
import { seeOther } from '@/lib/web/answer'

/** The pack of a delivery, also before its day, because it must be read and printed beforehand. */
export const GET = adminRoute('petition.hand_over', async (_staff, _request, { id = '', delivery = '' }) => {
  const found = await findPack(delivery, null)
  if (!found) return seeOther(`/admin/petitions/${encodeURIComponent(id)}/hand-over`)
  return attachment(found.pack, 'application/zip', `${found.slug}-${found.day}.zip`)
})
