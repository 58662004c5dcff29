import { stringify } from 'csv-stringify/sync'
import { listEditableMembers } from '@/lib/coalition/admin/list-editable-members'
import { isoDate } from '@/lib/coalition/partial-date'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { attachment } from '@/lib/web/admin/attachment'

/** All members and supporters for a spreadsheet, those that left included. */
export const GET = adminRoute('coalition.read', async (staff) => {
  const members = await listEditableMembers(staff)
  const rows = members.map((member) => ({
    slug: member.slug,
    kind: member.kind,
    name: member.name,
    affiliation: member.affiliation,
    short_names: member.aliases.join('; '),
    country: member.country,
    region: member.region,
    website: member.website,
    listed_from: isoDate({ on: member.listedOn, precision: member.listedPrecision }),
    left_on: member.leftOn?.toISOString().slice(0, 10),
  }))
  const csv = stringify(rows, { header: true, bom: true, escape_formulas: true })
  return attachment(csv, 'text/csv; charset=utf-8', 'members.csv')
})
