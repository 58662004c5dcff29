import { expect, test } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { advanceBulkActions } from '@/lib/bulk-actions/advance-bulk-actions'
import { createSelectionAction } from '@/lib/bulk-actions/create-bulk-action'
import { findBulkAction } from '@/lib/bulk-actions/find-bulk-action'
import { requestBulkAction } from '@/lib/bulk-actions/request-bulk-action'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { sealRecord } from '@/lib/vault/seal-record'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition, states } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { changeState } from '../admin/change-state'
import { type Cursor, readCursor } from '../admin/list-order'
import { listSignatures } from '../admin/list-signatures'
import { resend } from '../admin/resend'
import { readKey } from '../admin/signature-key'
import { liftSuppression } from '../suppression/lift-suppression'
import { purgeSoloQuota } from './purge-solo-quota'
import { reserveSoloQuota } from './reserve-solo-quota'

useDatabase()

const now = new Date()
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
const why = { reason: 'fraud', note: '' } as const

async function aCountedPetition(slug: string, people: number): Promise<string> {
  const id = await aPetition(slug)
  await confirmedSignatures(id, people, now)
  await append(now)
  return id
}

type By = Awaited<ReturnType<typeof aStaffMember>>

/** The keys of the first so many of those still counted. */
async function countedKeys(by: By, petition: string, many: number): Promise<string[]> {
  const keys: string[] = []
  for (let after: Cursor | null = null; keys.length < many; ) {
    const page = await listSignatures(by, { petition, state: 'counted' }, after && { after })
    keys.push(...page.rows.map(({ key }) => key))
    if (!page.next) break
    after = readCursor(page.next)
  }
  return keys.slice(0, many)
}

async function removeSome(by: By, petition: string, many: number, at = now) {
  const act = (await createSelectionAction(by, 'remove', 'fraud', await countedKeys(by, petition, many), at)) ?? ''
  return { act, result: await requestBulkAction(by, act, many, at) }
}

async function untilStill(at = now): Promise<void> {
  while (await advanceBulkActions(at));
}

test('batches up to a hundred need no approval; the batch that exceeds it does, and then even a single one', async () => {
  const id = await aCountedPetition('in-parts', 130)
  const [by, second] = [await aStaffMember('moderator', now), await aStaffMember('owner', now)]
  expect((await removeSome(by, id, 60)).result).toEqual({ ok: true, stage: 'running' })
  await untilStill()
  const { act, result } = await removeSome(by, id, 41, hours(1))
  expect(result).toEqual({ ok: true, stage: 'waiting' })
  expect(await findBulkAction(by, act, hours(1))).toMatchObject({ takesTwo: true })
  await untilStill(hours(1))
  expect(await states(id)).toEqual({ counted: 70, removed: 60 })
  // A removal that awaits approval has reserved nothing: forty more still go.
  expect((await removeSome(by, id, 40, hours(1))).result).toEqual({ ok: true, stage: 'running' })
  await untilStill(hours(1))

  const [one] = (await listSignatures(by, { petition: id, state: 'counted' }, undefined)).rows
  const key = one?.key ?? ''
  expect(await changeState(by, 'remove', key, 'counted', why, hours(2))).toEqual({ ok: false, reason: 'needs_two' })
  expect(await states(id)).toEqual({ counted: 30, removed: 100 })
  const waiting = await findBulkAction(by, act, hours(2))
  expect(await approve(second, waiting?.approval ?? '', hours(2))).toEqual({ ok: true, due: null })
  // The first sixty no longer count 24 hours later.
  expect(await changeState(by, 'remove', key, 'counted', why, hours(24.5))).toMatchObject({ ok: true })
})

test('neither a second petition nor a second person doubles the quota', async () => {
  const [one, two] = [await aCountedPetition('first-of-two', 160), await aCountedPetition('second-of-two', 60)]
  const [by, other, third] = [
    await aStaffMember('owner', now),
    await aStaffMember('owner', now),
    await aStaffMember('owner', now),
  ]
  expect((await removeSome(by, one, 80)).result).toMatchObject({ stage: 'running' })
  await untilStill()
  expect((await removeSome(by, two, 21)).result).toMatchObject({ stage: 'waiting' })
  expect((await removeSome(other, one, 21)).result).toMatchObject({ stage: 'waiting' })
  expect((await removeSome(other, two, 60)).result).toMatchObject({ stage: 'running' })
  expect((await removeSome(third, one, 20)).result).toMatchObject({ stage: 'running' })
})

test('concurrent batches cannot exceed it together', async () => {
  const id = await aPetition('at-once')
  const people = await Promise.all(Array.from({ length: 8 }, () => aStaffMember('moderator', now)))
  const take = (i: number) => db().$transaction((tx) => reserveSoloQuota(tx, people[i % 8] ?? { id }, id, 30, now))
  const taken = await Promise.all(Array.from({ length: 12 }, (_, i) => take(i)))
  expect(taken.filter(Boolean)).toHaveLength(3)
  const { rows } = await pool().query('SELECT count(*)::int AS n FROM solo_quota WHERE key = $1', [id])
  expect(rows).toEqual([{ n: 90 }])
})

test('a failed removal reserves nothing, and the database has no slot for a hundred and first', async () => {
  const id = await aPetition('half-way')
  const by = await aStaffMember('owner', now)
  const half = db().$transaction(async (tx) => {
    await reserveSoloQuota(tx, by, id, 100, now)
    throw new Error('half-way')
  })
  await expect(half).rejects.toThrow('half-way')
  expect(await db().$transaction((tx) => reserveSoloQuota(tx, by, id, 100, now))).toBe(true)
  const forced = pool().query(`INSERT INTO solo_quota VALUES ('staff', $1, 101, $2)`, [by.id, now])
  await expect(forced).rejects.toThrow('solo_quota_hundred_a_day')
  await purgeSoloQuota(hours(23))
  expect(await db().$transaction((tx) => reserveSoloQuota(tx, by, id, 1, hours(23)))).toBe(false)
  await purgeSoloQuota(hours(24))
  expect(await db().soloQuota.count({ where: { key: id } })).toBe(0)
})

test('all verbs draw on the same quota: hold, release, remove, restore, resend, lift', async () => {
  const id = await aCountedPetition('in-turns', 60)
  const by = await aStaffMember('moderator', now)
  const keys = await countedKeys(by, id, 34)
  const goes = async (verb: 'hold' | 'release' | 'remove') => {
    const act = (await createSelectionAction(by, verb, verb === 'remove' ? 'fraud' : '', keys, now)) ?? ''
    const result = await requestBulkAction(by, act, 34, now)
    await untilStill(hours(0.1))
    return result
  }
  expect(await goes('hold')).toMatchObject({ stage: 'running' })
  expect(await goes('release')).toMatchObject({ stage: 'running' })
  // 68 are taken: 34 more are 102.
  expect(await goes('remove')).toMatchObject({ stage: 'waiting' })
  for (const key of keys.slice(0, 16)) {
    expect(await changeState(by, 'hold', key, 'counted', { note: '' }, now)).toMatchObject({ ok: true })
    expect(await changeState(by, 'release', key, 'held', { note: '' }, now)).toMatchObject({ ok: true })
  }
  const [first = ''] = keys
  expect(await changeState(by, 'hold', first, 'counted', { note: '' }, now)).toEqual({ ok: false, reason: 'needs_two' })
  expect(await changeState(by, 'remove', first, 'counted', why, now)).toEqual({ ok: false, reason: 'needs_two' })
  const opening = { salt: '', nonce: '', record: '' }
  const sealed = sealRecord({ name: 'A Signer', email: 'a@example.org', comment: null, token: '', opening })
  await pool().query('UPDATE signature SET sealed = $2 WHERE petition_id = $1', [id, sealed])
  expect(await resend(by, first, now)).toEqual({ ok: false, reason: 'quota_used' })
  expect(await states(id)).toEqual({ counted: 60 })
  await pool().query(`UPDATE signature SET state = 'held' WHERE petition_id = $1`, [id])
  expect(await changeState(by, 'release', first, 'held', { note: '' }, now)).toEqual({ ok: false, reason: 'needs_two' })
  await pool().query(`UPDATE signature SET state = 'removed' WHERE petition_id = $1`, [id])
  expect(await changeState(by, 'restore', first, 'removed', { note: '' }, now)).toEqual({
    ok: false,
    reason: 'needs_two',
  })
})

test('without quota a suppression is not lifted and stays', async () => {
  const id = await aCountedPetition('lifting', 1)
  const by = await aStaffMember('moderator', now)
  const [one] = (await listSignatures(by, { petition: id }, undefined)).rows
  const where = readKey(one?.key ?? '')
  if (!where) throw new Error('no signature')
  const addressHash = Buffer.alloc(32, 7)
  await db().suppression.create({ data: { addressHash, reason: 'bounce', suppressedAt: now } })
  await db().suppressedSignature.create({ data: { ...where, addressHash } })
  await db().$transaction((tx) => reserveSoloQuota(tx, by, id, 100, now))
  expect(await liftSuppression(by, one?.key ?? '', now)).toEqual({ ok: false, reason: 'quota_used' })
  expect(await db().suppression.count()).toBe(1)
  expect(await liftSuppression(by, one?.key ?? '', hours(24.5))).toEqual({ ok: true })
})
