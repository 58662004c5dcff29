import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { StepUpRequired } from '@/lib/staff/authorise'
import { MANY_OPENINGS, OPENINGS_A_DAY } from '@/lib/staff/quota/reserve-opening'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { listSignatures } from './list-signatures'
import { auditOpening, openSignature } from './open-signature'
import { auditSearch } from './search-signatures'

useDatabase()

const now = new Date()
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)

async function aSigner(slug: string) {
  const petition = await aPetition(slug)
  await signAs(slug, `${slug}@example.org`, now)
  await confirmWaiting(petition, now)
  const by = await aStaffMember('moderator', now)
  const [row] = (await listSignatures(by, { petition }, undefined)).rows
  return { by, key: row?.key ?? '' }
}

const inTurns = async <T>(times: number, act: () => Promise<T>) => {
  const results: T[] = []
  for (let i = 0; i < times; i += 10) results.push(...(await Promise.all(Array.from({ length: 10 }, act))))
  return results
}

test('a person opens a hundred signers in a day, also when all are asked for at once, and then waits', async () => {
  const { by, key } = await aSigner('openings')
  const results = await inTurns(OPENINGS_A_DAY + 10, () => auditOpening(by, key, 'the attack', now))
  expect(results.filter(({ ok }) => ok)).toHaveLength(OPENINGS_A_DAY)
  expect(results.filter((one) => !one.ok && one.reason === 'openings_used')).toHaveLength(10)
  expect(await db().auditEntry.count({ where: { staffId: by.id, verb: 'signature.open' } })).toBe(OPENINGS_A_DAY)
  expect(await auditOpening(by, key, 'too early', hours(23))).toEqual({ ok: false, reason: 'openings_used' })
  expect(await auditOpening(by, key, 'next day', hours(25))).toEqual({ ok: true })
  const other = await aStaffMember('moderator', now)
  expect(await auditOpening(other, key, 'asked to', now)).toEqual({ ok: true })
})

test('and searches for as many', async () => {
  const by = await aStaffMember('moderator', now)
  const results = await inTurns(OPENINGS_A_DAY + 10, () => auditSearch(by, 'known@example.org', now))
  expect(results.filter(({ ok }) => ok)).toHaveLength(OPENINGS_A_DAY)
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'searches_used' })
})

test('owners are told of the thirtieth and of the last, once a day', async () => {
  const { by, key } = await aSigner('told')
  const owner = await aStaffMember('owner', now)
  const told = async () => {
    const notices = await db().staffNotice.findMany({ where: { staffId: owner.id, kind: 'many_openings' } })
    return notices.map(({ detail }) => JSON.parse(detail) as object)
  }
  for (let i = 1; i < MANY_OPENINGS; i += 1) await auditOpening(by, key, 'a reason', now)
  expect(await told()).toEqual([])
  await auditOpening(by, key, 'a reason', now)
  expect(await told()).toMatchObject([{ what: 'opening', number: '30', staff: by.id }])
  for (let i = MANY_OPENINGS; i < OPENINGS_A_DAY + 3; i += 1) await auditOpening(by, key, 'a reason', now)
  expect(await told()).toMatchObject([{ number: '30' }, { number: '100' }])
})

test('the database has no slot beyond them', async () => {
  const { id: key } = await aStaffMember('moderator', now)
  const slot = (number: number) =>
    db().soloQuota.create({ data: { scope: 'opening', key, slot: number, takenAt: now } })
  await slot(OPENINGS_A_DAY)
  await expect(slot(OPENINGS_A_DAY + 1)).rejects.toThrow()
})

test('opening and searching ask for the factor again after ten minutes; what was opened is shown on', async () => {
  const { by, key } = await aSigner('stale')
  const stale = { ...by, session: { ...by.session, stale: true } }
  await expect(async () => auditOpening(stale, key, 'with a cookie alone', now)).rejects.toThrow(StepUpRequired)
  await expect(auditSearch(stale, 'known@example.org', now)).rejects.toThrow(StepUpRequired)
  await auditOpening(by, key, 'asked by the signer', now)
  expect(await openSignature(stale, key)).toMatchObject({ name: 'Test Person' })
})
