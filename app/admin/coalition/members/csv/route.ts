import { stringify } from 'csv-stringify/sync'
import { listEditable } from '@/lib/coalition/entities/find-editable'
import { member } from '@/lib/coalition/entities/member'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { attachment } from '@/lib/web/admin/attachment'

/** All members and supporters as CSV, including those that left. */
export const GET = adminRoute('coalition.read', async (staff) => {
  const rows = (await listEditable(staff, member)).map(({ row, values }) => ({
    slug: row.slug,
    kind: row.kind,
    name: row.name,
    affiliation: row.affiliation,
    short_names: row.aliases.join('; '),
    country: row.country,
    region: row.region,
    website: row.website,
    listed_from: values.listed,
    left_on: values.left,
  }))
  const csv = stringify(rows, { header: true, bom: true, escape_formulas: true })
  return attachment(csv, 'text/csv; charset=utf-8', 'members.csv')
})
