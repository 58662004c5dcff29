import { fetchNames } from '@/lib/delivery/names/fetch-names'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { seeOther } from '@/lib/web/answer'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** The encrypted names of a delivery. By POST, so that reopening an address does not download them again. */
export const POST = adminRoute('petition.hand_over_names', async (staff, _, { id = '', delivery = '' }) => {
  const fetched = await fetchNames(staff, delivery, new Date())
  if (!fetched.ok) return seeOther(`/admin/petitions/${encodeURIComponent(id)}/hand-over?problem=${fetched.reason}`)
  return new Response(fetched.file, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${fetched.slug}-${fetched.day}-names.age"`,
      'cache-control': 'no-store, no-transform',
    },
  })
})

export const GET = redirectToForm('/admin/petitions/[id]/hand-over')
