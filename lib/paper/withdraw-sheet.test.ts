import { expect, it } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { db } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { listCorrections } from '@/lib/ledger/list-corrections'
import { recount } from '@/lib/ledger/recount'
import { findPetition } from '@/lib/petitions/find-petition'
import { aPetition } from '@/test/a-petition'
import { aScan } from '@/test/a-sheet'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { countSheet } from './count-sheet'
import { enterSheet } from './enter-sheet'
import { newSerial } from './serial'
import { requestWithdrawal } from './withdraw-sheet'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

async function approved(slug: string, signatures: number) {
  const petition = await aPetition(slug)
  const ann = await aStaffMember('moderator', now)
  const ben = await aStaffMember('moderator', now)
  const printed = { serial: newSerial(), via: null }
  const form = { petition, place: 'Geneva', collector: 'C', signedOn: new Date('2026-11-20'), signatures, ...printed }
  const scan = aScan()
  const enter = async () => {
    const entered = await enterSheet(ann, form, scan, now)
    return entered.ok ? entered.id : entered.reason
  }
  const id = await enter()
  await countSheet(ben, id, 1, signatures, now)
  return { petition, ann, ben, id, enter }
}

const net = async (slug: string) => {
  const found = await findPetition(slug, 'en')
  return [found?.count, found?.paper]
}

it('retracts a counted sheet with a public correction, once; its scan can be entered again', async () => {
  const { petition, ann, ben, id, enter } = await approved('back', 100)
  await append(now)
  expect(await enter()).toBe('serial_known')
  const results = await Promise.all([ann, ben, ann].map((by) => requestWithdrawal(by, id, 'miscounted', now)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  // Not in the ledger yet: the recount must not count it as a signature.
  expect((await recount()).flatMap(({ differences }) => differences)).toEqual([])
  await append(now)
  expect(await net('back')).toEqual([0, 0])
  expect(await listCorrections(petition, now)).toMatchObject([
    { reason: 'paper_correction', change: -100, approvals: 1 },
  ])
  expect((await recount()).flatMap(({ differences }) => differences)).toEqual([])
  const again = await enter()
  await countSheet(ben, again, 1, 100, now)
  await append(now)
  expect(await net('back')).toEqual([100, 100])
})

it('above 100 signatures it needs the approval of another person', async () => {
  const { petition, ann, ben, id } = await approved('large', 101)
  await append(now)
  const asked = await requestWithdrawal(ann, id, 'the scan is of something else', now)
  expect(asked).toEqual({ ok: true, approval: expect.any(String) })
  const approval = (asked.ok && asked.approval) || ''
  expect(await requestWithdrawal(ben, id, 'twice', now)).toEqual({ ok: false, reason: 'waits' })
  expect(await approve(ann, approval, now)).toEqual({ ok: false, reason: 'own' })
  await append(now)
  expect(await net('large')).toEqual([101, 101])
  const cem = await aStaffMember('owner', now)
  const results = await Promise.all([ben, cem].map((by) => approve(by, approval, now)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  await append(now)
  expect(await net('large')).toEqual([0, 0])
  expect(await listCorrections(petition, now)).toMatchObject([{ change: -101, approvals: 2 }])
})

it('withdrawn before being appended, it never enters the ledger; at the same moment, it is appended and retracted', async () => {
  const early = await approved('early', 10)
  expect(await requestWithdrawal(early.ann, early.id, '', now)).toEqual({ ok: true, approval: null })
  await append(now)
  expect(await db().ledgerLeaf.count({ where: { petitionId: early.petition } })).toBe(0)

  const race = await approved('race', 10)
  await Promise.all([append(now), requestWithdrawal(race.ann, race.id, '', now), append(now)])
  await append(now)
  expect(await net('race')).toEqual([0, 0])
  expect((await recount()).flatMap(({ differences }) => differences)).toEqual([])
})

it('a withdrawn sheet cannot be counted again, nor an unapproved one withdrawn', async () => {
  const { ann, ben, id } = await approved('over', 10)
  await requestWithdrawal(ann, id, '', now)
  expect(await countSheet(ben, id, 1, 10, now)).toEqual({ ok: false, reason: 'changed' })
  expect(await requestWithdrawal(ann, id, '', now)).toEqual({ ok: false, reason: 'changed' })
  expect(await requestWithdrawal(ann, crypto.randomUUID(), '', now)).toEqual({ ok: false, reason: 'unknown' })
  await expect(requestWithdrawal(await aStaffMember('editor', now), id, '', now)).rejects.toThrow('may not')
})
