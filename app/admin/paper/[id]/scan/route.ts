import { openScan, readScan } from '@/lib/paper/open-sheet'
import { scanTypes } from '@/lib/paper/scan-type'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { attachment, shownInFrame } from '@/lib/web/admin/attachment'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { seeOther } from '@/lib/web/answer'

/** The scan as a download. By POST, since each opening is logged. */
export const POST = adminRoute('paper.open', async (staff, _, { id = '' }) => {
  const scan = await openScan(staff, id, new Date())
  if (!scan.ok) return seeOther(`/admin/paper${scan.reason === 'no_sheet' ? '' : `/${id}`}?problem=${scan.reason}`)
  return attachment(scan.bytes, scanTypes[scan.type].media, `sheet-${id.slice(0, 8)}.${scan.type}`)
})

/** The scan in the counting page, if its opening was logged within ten minutes; otherwise the sheet's page. */
export const GET = adminRoute('paper.open', async (staff, request, { id = '' }) => {
  const sealed = new URL(request.url).searchParams.get('open')
  const scan = openQuery(staff, 'scan', sealed, new Date()) === id ? await readScan(staff, id) : null
  if (!scan) return seeOther(`/admin/paper/${encodeURIComponent(id)}`)
  return shownInFrame(scan.bytes, scanTypes[scan.type].media)
})
