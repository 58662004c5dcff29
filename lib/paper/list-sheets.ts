import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type SheetView, sheetView, withCounts } from './sheet-view'

/** Sheets on one page. */
const PAGE = 100

/** Sheets that wait first, then the newest. @param page counted from 0 */
export async function listSheets(by: Staff, page: number): Promise<{ sheets: SheetView[]; more: boolean }> {
  authorise(by, 'paper.read')
  const rows = await db().paperSheet.findMany({
    include: withCounts,
    omit: { sealed: true },
    orderBy: [{ state: 'asc' }, { enteredAt: 'desc' }, { id: 'asc' }],
    skip: page * PAGE,
    take: PAGE + 1,
  })
  const [petitions, staff] = await Promise.all([
    db().petition.findMany({ select: { id: true, slug: true } }),
    db().user.findMany({ select: { id: true, email: true } }),
  ])
  const slug = (id: string) => petitions.find((petition) => petition.id === id)?.slug ?? ''
  const name = (id: string) => staff.find((person) => person.id === id)?.email ?? 'gone'
  const sheets = rows.slice(0, PAGE).map((row) => sheetView(row, slug(row.petitionId), name, by.id))
  return { sheets, more: rows.length > PAGE }
}
