import { openScan } from '@/lib/paper/open-sheet'
import { scanTypes } from '@/lib/paper/scan-type'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { attachment } from '@/lib/web/admin/attachment'
import { seeOther } from '@/lib/web/answer'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** The scan as a file to save. By POST: each opening is recorded. */
export const POST = adminRoute('paper.open', async (staff, _, { id = '' }) => {
  const scan = await openScan(staff, id, new Date())
  if (!scan.ok) return seeOther(`/admin/paper${scan.reason === 'no_sheet' ? '' : `/${id}`}?problem=${scan.reason}`)
  return attachment(scan.bytes, scanTypes[scan.type].media, `sheet-${id.slice(0, 8)}.${scan.type}`)
})

export const GET = redirectToForm('/admin/paper/[id]')
