import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { PaperSeat } from '@/prisma/generated/enums'
import { type SheetView, sheetView, withCounts } from './sheet-view'

export interface SheetPage extends SheetView {
  /** Rounds that are over: what each counted. */
  rounds: { round: number; numbers: Partial<Record<PaperSeat, { by: string; number: number }>> }[]
  /** How the sheet's leaf stands in the ledger. */
  leafIndex: number | null
  retractedIndex: number | null
  recordHash: string | null
}

/** A sheet as the one who looks may see it: no number of a round that is not over. */
export async function findSheet(by: Staff, id: string): Promise<SheetPage | null> {
  authorise(by, 'paper.read')
  if (!isId(id)) return null
  const row = await db().paperSheet.findUnique({ where: { id }, include: withCounts, omit: { sealed: true } })
  if (!row) return null
  const { petitionId, record } = row
  const [petition, staff, entry] = await Promise.all([
    db().petition.findUniqueOrThrow({ where: { id: petitionId }, select: { slug: true } }),
    db().user.findMany({ select: { id: true, email: true } }),
    record ? db().paperEntry.findUnique({ where: { petitionId_record: { petitionId, record } } }) : null,
  ])
  const leafIndex = entry?.leafIndex ?? null
  const retraction =
    leafIndex === null
      ? null
      : await db().retraction.findUnique({ where: { petitionId_leafIndex: { petitionId, leafIndex } } })
  const name = (staffId: string) => staff.find((person) => person.id === staffId)?.email ?? 'gone'
  const last = row.state === 'open' ? row.round - 1 : row.round
  return {
    ...sheetView(row, petition.slug, name, by.id),
    leafIndex: leafIndex === null ? null : Number(leafIndex),
    retractedIndex: retraction?.retractedIndex == null ? null : Number(retraction.retractedIndex),
    recordHash: record ? Buffer.from(record).toString('hex') : null,
    rounds: Array.from({ length: last }, (_, i) => ({
      round: i + 1,
      numbers: Object.fromEntries(
        row.counts
          .filter(({ round }) => round === i + 1)
          .map(({ seat, number, countedBy }) => [seat, { by: name(countedBy), number }]),
      ),
    })),
  }
}
