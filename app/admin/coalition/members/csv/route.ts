import { stringify } from 'csv-stringify/sync'
import { listDeskMembers } from '@/lib/coalition/desk/list-desk-members'
import { isoDate } from '@/lib/coalition/loose-date'
import { attachment } from '@/lib/web/desk/attachment'
import { deskRoute } from '@/lib/web/desk/desk-route'

/** All members and supporters for a spreadsheet, those that left included. */
export const GET = deskRoute('coalition.read', async (staff) => {
  const members = await listDeskMembers(staff)
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
