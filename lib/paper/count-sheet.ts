import { lockPeople } from '@/lib/staff/approvals/people'
import { refuseSecond, type SecondRefusal } from '@/lib/staff/approvals/second-person'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { openRecord } from '@/lib/vault/open-record'
import type { PaperSheet, Prisma } from '@/prisma/generated/client'
import { lockSheet } from './lock-sheet'
import { recordHash, sealedSheet, sheetRecord } from './sheet-record'

export type CountResult =
  | { ok: true; became: 'waiting' | 'differs' | 'approved' }
  | { ok: false; reason: 'unknown' | 'changed' | SecondRefusal }

/**
 * Stores a person's count of the scan, made without seeing the other person's. Two equal counts approve the sheet and
 * queue it for the ledger in the same transaction; after different counts both count again in a new round.
 * @param expected the round that the person saw
 * @returns `own` if the person has already counted in this round
 */
export function countSheet(by: Staff, id: string, expected: number, number: number, now: Date): Promise<CountResult> {
  return staffWrite<CountResult>(by, 'paper.count', now, async ({ tx, log }) => {
    const sheet = await lockSheet(tx, id)
    if (!sheet) return { ok: false, reason: 'unknown' }
    const { round, state } = sheet
    if (state !== 'open' || round !== expected) return { ok: false, reason: 'changed' }
    const counted = sheet.counts.filter((count) => count.round === round)
    if (counted.some(({ countedBy }) => countedBy === by.id)) return { ok: false, reason: 'own' }
    const seat = by.id === sheet.enteredBy ? 'first' : 'second'
    if (counted.some((count) => count.seat === seat)) return { ok: false, reason: 'changed' }
    const partner = counted[0]?.countedBy ?? sheet.enteredBy
    const refusal = partner === by.id ? null : await refusePartner(tx, partner, by.id, now)
    if (refusal) return { ok: false, reason: refusal }
    await tx.paperCount.create({ data: { sheetId: id, round, seat, number, countedBy: by.id, countedAt: now } })

    const other = counted[0]
    const became = !other ? 'waiting' : other.number === number ? 'approved' : 'differs'
    if (became === 'approved') await approve(tx, sheet, number, now)
    if (became === 'differs') await tx.paperSheet.update({ where: { id }, data: { round: round + 1 } })
    // The numbers are logged only once both exist.
    log('paper.count', `paper:${id}`, { round, became, ...(other && { counted: number, other: other.number }) })
    return { ok: true, became }
  })
}

/** Deletes a person's counts of open sheets, which must be counted again or discarded. */
export async function deleteOpenCountsOf(tx: Prisma.TransactionClient, staffId: string): Promise<void> {
  await tx.paperCount.deleteMany({ where: { countedBy: staffId, sheet: { state: 'open' } } })
}

/** The two people who count a sheet must meet the conditions of any two-person act. */
async function refusePartner(tx: Prisma.TransactionClient, partner: string, by: string, now: Date) {
  const people = await lockPeople(tx, [partner, by], 'keep', now)
  const needs = { first: 'paper.count', second: 'paper.count' } as const
  return refuseSecond(tx, { askedBy: partner, subject: 'paper:' }, by, needs, people, now)
}

async function approve(tx: Prisma.TransactionClient, sheet: PaperSheet, signatures: number, now: Date): Promise<void> {
  const { id, petitionId, place, signedOn } = sheet
  const { slug } = await tx.petition.findUniqueOrThrow({ where: { id: petitionId }, select: { slug: true } })
  const { nonce, scan } = openRecord(sheet.sealed, sealedSheet)
  const hash = recordHash(sheetRecord({ petition: slug, place, signedOn, signatures, nonce, scan }))
  await tx.paperSheet.update({
    where: { id },
    data: { state: 'approved', signatures, record: hash, approvedAt: now },
  })
  await tx.paperEntry.create({ data: { petitionId, record: hash, signatures, approvedAt: now } })
}
