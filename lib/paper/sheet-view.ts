import type { PaperCount, PaperSheet } from '@/prisma/generated/client'
import type { PaperSheetState } from '@/prisma/generated/enums'

/** A sheet in lists. */
export interface SheetView {
  id: string
  /** The first letters of its id: what people call it by. */
  reference: string
  petition: string
  place: string
  signedOn: Date
  state: PaperSheetState
  round: number
  enteredBy: string
  enteredAt: Date
  /** Once agreed on. */
  signatures: number | null
  approvedAt: Date | null
  withdrawnAt: Date | null
  /** Whether the one who looks is to count it now. */
  yours: boolean
  /** Whose number the running round waits for. */
  waitsFor: 'both' | 'first' | 'second' | null
}

export const withCounts = { counts: true } as const

export function sheetView(
  sheet: Omit<PaperSheet, 'sealed'> & { counts: PaperCount[] },
  petition: string,
  name: (staffId: string) => string,
  viewer: string,
): SheetView {
  const { id, place, signedOn, state, round, enteredAt, signatures, approvedAt, withdrawnAt } = sheet
  const now = sheet.counts.filter((count) => count.round === round)
  const seat = viewer === sheet.enteredBy ? 'first' : 'second'
  const open = state === 'open'
  const only = now[0]?.seat
  return {
    id,
    place,
    signedOn,
    state,
    round,
    enteredAt,
    signatures,
    approvedAt,
    withdrawnAt,
    petition,
    reference: id.slice(0, 8),
    enteredBy: name(sheet.enteredBy),
    yours: open && !now.some((count) => count.seat === seat || count.countedBy === viewer),
    waitsFor: open ? (only ? (only === 'first' ? 'second' : 'first') : 'both') : null,
  }
}
