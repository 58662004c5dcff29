import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { decodeLeaf } from '@/lib/ledger/leaf'
import { recount } from '@/lib/ledger/recount'
import { findPetition } from '@/lib/petitions/find-petition'
import { runRetention } from '@/lib/privacy/run-retention'
import { aPetition } from '@/test/a-petition'
import { aSheet } from '@/test/a-sheet'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { countSheet } from './count-sheet'
import { findSheet, listSheets } from './find-sheet'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

async function entered(slug: string, signatures: number) {
  const petition = await aPetition(slug)
  const ann = await aStaffMember('moderator', now)
  const ben = await aStaffMember('owner', now)
  return { petition, ann, ben, id: await aSheet(ann, petition, signatures, now) }
}

const net = async (slug: string) => {
  const found = await findPetition(slug, 'en')
  return [found?.count, found?.paper]
}
const differences = async () => (await recount()).flatMap((one) => one.differences)

it('counts a sheet once two people have counted the same number, apart from online signatures', async () => {
  const { petition, ben, id } = await entered('agreed', 40)
  expect(await append(now)).toBe(0)
  expect(await countSheet(ben, id, 1, 40, now)).toEqual({ ok: true, became: 'approved' })
  expect(await net('agreed')).toEqual([0, 0])
  // The appender dies here, and another begins.
  expect(await append(now)).toBe(1)
  expect(await append(now)).toBe(0)
  expect(await net('agreed')).toEqual([40, 40])
  expect(await differences()).toEqual([])
  const [leaf] = await db().ledgerLeaf.findMany({ where: { petitionId: petition } })
  const { recordHash } = (await findSheet(ben, id)) ?? {}
  const decoded = decodeLeaf(leaf?.leaf ?? new Uint8Array())
  expect(decoded).toMatchObject({ kind: 'paper', signatures: 40 })
  expect(decoded && 'record' in decoded && Buffer.from(decoded.record).toString('hex')).toBe(recordHash)
})

/** A number as it stands in JSON: an id may hold the same digits. */
const number = (n: number) => new RegExp(`[:,[]${n}[,}\\]]`)

it('shows nobody a number before both are in, not even in the audit log', async () => {
  const { ben, id } = await entered('blind', 4711)
  const audit = await db().auditEntry.findMany({ where: { subject: `paper:${id}` } })
  const seen = JSON.stringify([await findSheet(ben, id), await listSheets(ben, 1), audit.map(({ detail }) => detail)])
  expect(seen).not.toMatch(number(4711))
  expect(await findSheet(ben, id)).toMatchObject({ yours: true, waitsFor: 'second' })
})

it('its first counter cannot be its second, in the code and in the database', async () => {
  const { ann, id } = await entered('own', 7)
  expect(await countSheet(ann, id, 1, 7, now)).toEqual({ ok: false, reason: 'own' })
  const data = { sheetId: id, round: 1, seat: 'second', number: 7, countedBy: ann.id, countedAt: now } as const
  await expect(db().paperCount.create({ data })).rejects.toThrow()
})

it('unequal numbers go back to both, who count again without seeing the new ones', async () => {
  const { ann, ben, id } = await entered('differs', 30)
  expect(await countSheet(ben, id, 1, 31, now)).toEqual({ ok: true, became: 'differs' })
  expect(await findSheet(ann, id)).toMatchObject({
    state: 'open',
    round: 2,
    waitsFor: 'both',
    yours: true,
    rounds: [{ round: 1, numbers: { first: { number: 30 }, second: { number: 31 } } }],
  })
  // A page of round 1 that was left open.
  expect(await countSheet(ben, id, 1, 30, now)).toEqual({ ok: false, reason: 'changed' })
  expect(await countSheet(ben, id, 2, 32, now)).toEqual({ ok: true, became: 'waiting' })
  expect(JSON.stringify(await findSheet(ann, id))).not.toMatch(number(32))
  expect(await countSheet(ann, id, 2, 32, now)).toEqual({ ok: true, became: 'approved' })
  await append(now)
  expect(await net('differs')).toEqual([32, 32])
})

it('of concurrent second counts one is accepted, and the sheet is counted once', async () => {
  const { ben, id } = await entered('at-once', 20)
  const cem = await aStaffMember('moderator', now)
  const results = await Promise.all([ben, cem, ben, cem, ben, cem].map((by) => countSheet(by, id, 1, 20, now)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  await Promise.all([append(now), append(now), append(now)])
  expect(await net('at-once')).toEqual([20, 20])
  expect(await db().paperEntry.count({ where: { signatures: 20 } })).toBe(1)
})

it('of concurrent second counts with different numbers the later is told that it changed', async () => {
  const { ben, id } = await entered('apart', 20)
  const cem = await aStaffMember('moderator', now)
  const results = await Promise.all([countSheet(ben, id, 1, 20, now), countSheet(cem, id, 1, 19, now)])
  expect(results.filter((one) => !one.ok && one.reason === 'changed')).toHaveLength(1)
})

it('is purged with the petition’s signatures; the count and its record stay', async () => {
  const { petition, ben, id } = await entered('purged', 9)
  await countSheet(ben, id, 1, 9, now)
  await append(now)
  await db().petition.update({ where: { id: petition }, data: { status: 'delivered', deliveredAt: now } })
  await runRetention(new Date(now.getTime() + 29 * 86_400_000))
  expect(await findSheet(ben, id)).not.toBeNull()
  await runRetention(new Date(now.getTime() + 31 * 86_400_000))
  expect(await findSheet(ben, id)).toBeNull()
  expect(await db().paperScan.count({ where: { sheetId: id } })).toBe(0)
  expect(await net('purged')).toEqual([9, 9])
  expect(await differences()).toEqual([])
})
