import { stringify } from 'csv-stringify/sync'
import { findGrowth } from '@/lib/overview/find-growth'
import { findShares, type Share } from '@/lib/overview/find-shares'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { attachment } from '@/lib/web/admin/attachment'

/** Exactly the numbers of the page as CSV; numbers too small to show are left out as well. */
export const GET = adminRoute('overview.see', async (staff) => {
  const [growth, shares] = await Promise.all([findGrowth(staff, new Date()), findShares(staff)])
  const row = (report: string) => (of: string, net: number) => ({ report, of, signatures: net })
  const grown = (report: string, bars: { at: Date; net: number }[]) =>
    bars.map(({ at, net }) => row(report)(at.toISOString(), net))
  const shared = (report: string, all: Share[]) => all.map(({ code, net }) => row(report)(code || 'none', net))
  const rows = [
    ...grown('hour', growth.hours),
    ...grown('day', growth.days),
    ...shared('country', shares.countries),
    ...shared('language', shares.languages),
    ...shared('member_link', shares.members),
  ]
  const csv = stringify(rows, { header: true, bom: true, escape_formulas: true })
  return attachment(csv, 'text/csv; charset=utf-8', 'reports.csv')
})
