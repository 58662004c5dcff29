import { stringify } from 'csv-stringify/sync'
import { listForCsv } from '@/lib/staff/audit/list-for-csv'
import { logDownload } from '@/lib/staff/audit/log-download'
import { readAuditQuery } from '@/lib/staff/audit/read-audit-query'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { attachment } from '@/lib/web/admin/attachment'
import { seeOther } from '@/lib/web/answer'

/** The audit log, or the part that matches the query, as CSV. */
export const GET = adminRoute('audit.read', async (staff, request) => {
  const { searchParams } = new URL(request.url)
  const asked = readAuditQuery(searchParams)
  // The page shows which part is invalid.
  if (!asked.ok) return seeOther(`/admin/audit?${searchParams}`)
  const rows = await listForCsv({ ...asked.query, staffId: asked.query.person })
  await logDownload(staff, searchParams, rows.length, new Date())
  const csv = stringify(rows, { header: true, bom: true, escape_formulas: true })
  return attachment(csv, 'text/csv; charset=utf-8', 'audit-log.csv')
})
