import { openScan } from '@/lib/paper/open-scan'
import { scanTypes } from '@/lib/paper/scan-type'
import { seeOther } from '@/lib/web/answer'
import { attachment } from '@/lib/web/desk/attachment'
import { deskRoute } from '@/lib/web/desk/desk-route'
import { leadToForm } from '@/lib/web/lead-to-form'

/** The scan as a file to save. By POST: each opening is recorded. */
export const POST = deskRoute('paper.open', async (staff, _, { id = '' }) => {
  const scan = await openScan(staff, id, new Date())
  if (!scan) return seeOther('/admin/paper?problem=no_sheet')
  return attachment(scan.bytes, scanTypes[scan.type].media, `sheet-${id.slice(0, 8)}.${scan.type}`)
})

export const GET = leadToForm('/admin/paper/[id]')
