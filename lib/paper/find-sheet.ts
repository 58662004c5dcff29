import { db } from '@/lib/db'
import { isoDay } from '@/lib/input/day'
import { isId } from '@/lib/input/id'
import { type Paged, pageOf, rowsOf } from '@/lib/input/pages'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { named, staffName } from '@/lib/staff/staff-name'
import type { Prisma } from '@/prisma/generated/client'
import type { PaperSeat, PaperSheetState } from '@/prisma/generated/enums'
import { shownSerial } from './serial'

/** A sheet in lists. */
export interface SheetView {
  id: string
  /** Its name for people: its serial, or its place and day if it was not printed from the site. */
  reference: string
  petition: string
  place: string
  /** The printed serial; null if it was not printed from the site. */
  serial: string | null
  /** The code of the member that handed it out. */
  via: string | null
  signedOn: Date
  state: PaperSheetState
  round: number
  enteredBy: string
  enteredAt: Date
  /** Set once both counts agree. */
  signatures: number | null
  approvedAt: Date | null
  withdrawnAt: Date | null
  /** The viewer must count it now. */
  yours: boolean
  /** The people whose count is missing in this round. */
  waitsFor: 'both' | 'first' | 'second' | null
}

export interface SheetPage extends SheetView {
  /** Each person's count in finished rounds. */
  rounds: { round: number; numbers: Partial<Record<PaperSeat, { by: string; number: number }>> }[]
  /** The index of the sheet's leaf in the ledger; null if it has none. */
  leafIndex: number | null
  retractedIndex: number | null
  recordHash: string | null
}

const include = {
  counts: { include: { counter: named } },
  enterer: named,
  petition: { select: { slug: true } },
} satisfies Prisma.PaperSheetInclude
const columns = { include, omit: { sealed: true } } as const

type Row = Prisma.PaperSheetGetPayload<typeof columns>

/** Lists sheets, those to be counted first, then the newest. */
export async function listSheets(by: Staff, page: number): Promise<Paged<SheetView>> {
  authorise(by, 'paper.read')
  const orderBy: Prisma.PaperSheetOrderByWithRelationInput[] = [{ state: 'asc' }, { enteredAt: 'desc' }, { id: 'asc' }]
  const [rows, total] = await Promise.all([
    db().paperSheet.findMany({ ...columns, orderBy, ...rowsOf(page) }),
    db().paperSheet.count(),
  ])
  return pageOf(
    page,
    rows.map((row) => sheetView(row, by.id)),
    total,
  )
}

/** Returns a sheet without the counts of an unfinished round; null if there is none. */
export async function findSheet(by: Staff, id: string): Promise<SheetPage | null> {
  authorise(by, 'paper.read')
  const row = isId(id) ? await db().paperSheet.findUnique({ where: { id }, ...columns }) : null
  if (!row) return null
  const { petitionId, record } = row
  const entry = record && (await db().paperEntry.findUnique({ where: { petitionId_record: { petitionId, record } } }))
  const leafIndex = entry?.leafIndex ?? null
  const leaf = leafIndex === null ? null : { petitionId_leafIndex: { petitionId, leafIndex } }
  const retraction = leaf && (await db().retraction.findUnique({ where: leaf }))
  const last = row.state === 'open' ? row.round - 1 : row.round
  return {
    ...sheetView(row, by.id),
    leafIndex: leafIndex === null ? null : Number(leafIndex),
    retractedIndex: retraction?.retractedIndex == null ? null : Number(retraction.retractedIndex),
    recordHash: record ? Buffer.from(record).toString('hex') : null,
    rounds: Array.from({ length: last }, (_, i) => {
      const counts = row.counts.filter(({ round }) => round === i + 1)
      const numbers = counts.map(({ seat, number, counter }) => [seat, { by: staffName(counter), number }])
      return { round: i + 1, numbers: Object.fromEntries(numbers) }
    }),
  }
}

function sheetView(sheet: Row, viewer: string): SheetView {
  const { id, place, via, signedOn, state, round, enteredAt, signatures, approvedAt, withdrawnAt } = sheet
  const counts = sheet.counts.filter((count) => count.round === round)
  const seat = viewer === sheet.enteredBy ? 'first' : 'second'
  const open = state === 'open'
  const only = counts[0]?.seat
  return {
    id,
    place,
    serial: sheet.serial && shownSerial(sheet.serial),
    via,
    signedOn,
    state,
    round,
    enteredAt,
    signatures,
    approvedAt,
    withdrawnAt,
    petition: sheet.petition.slug,
    reference: sheet.serial ? shownSerial(sheet.serial) : `${place}, ${isoDay(signedOn)}`,
    enteredBy: staffName(sheet.enterer),
    yours: open && !counts.some((count) => count.seat === seat || count.countedBy === viewer),
    waitsFor: open ? (only ? (only === 'first' ? 'second' : 'first') : 'both') : null,
  }
}
