import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { changeState } from '@/lib/signatures/admin/change-state'
import { listSignatures } from '@/lib/signatures/admin/list-signatures'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition, states } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { advanceBulkActions } from './advance-bulk-actions'
import { type BulkVerb, createBulkAction, createSelectionAction } from './create-bulk-action'
import { findBulkAction } from './find-bulk-action'
import { requestBulkAction } from './request-bulk-action'
import { readRule } from './rule'

useDatabase()

const now = new Date()

async function untilStill(): Promise<void> {
  while (await advanceBulkActions(now));
}

/** Confirmed, and held for the signals of their forms. */
async function aHeldPetition(slug: string, people: number): Promise<string> {
  const id = await aPetition(slug)
  await confirmedSignatures(id, people, now)
  await pool().query(`UPDATE signature SET state = 'held', signals = 'busy_network' WHERE petition_id = $1`, [id])
  return id
}

async function askRule(by: Awaited<ReturnType<typeof aStaffMember>>, verb: BulkVerb, fields: Record<string, string>) {
  const read = readRule(fields)
  if (!read.ok) throw new Error(read.reason)
  const act = (await createBulkAction(by, verb, verb === 'remove' ? 'fraud' : '', read.rule, now)) ?? ''
  await untilStill()
  return act
}

const releases = (petitionId: string) =>
  db().ledgerRelease.findMany({ where: { petitionId }, orderBy: [{ reason: 'asc' }, { approvals: 'asc' }] })

test('one moderator cannot release 151 held fakes', async () => {
  const id = await aHeldPetition('held-fakes', 151)
  const by = await aStaffMember('moderator', now)
  const act = await askRule(by, 'release', { petition: id, state: 'held' })
  expect(await findBulkAction(by, act, now)).toMatchObject({ total: 151, takesTwo: true })
  expect(await requestBulkAction(by, act, 151, now)).toEqual({ ok: true, stage: 'waiting' })
  await untilStill()
  expect(await states(id)).toEqual({ held: 151 })
})

test.each<BulkVerb>(['hold', 'release', 'remove', 'restore'])(
  'a rule to %s that reaches signatures with signals takes two, however few; without signals it does not',
  async (verb) => {
    const id = await aHeldPetition(`few-${verb}`, 4)
    const from = { hold: 'confirmed', release: 'held', remove: 'held', restore: 'removed' }[verb]
    await pool().query(`UPDATE signature SET state = $2::signature_state WHERE petition_id = $1`, [id, from])
    const by = await aStaffMember('moderator', now)
    const act = await askRule(by, verb, { petition: id, state: from })
    expect(await findBulkAction(by, act, now)).toMatchObject({ total: 4, doubtful: true, takesTwo: true })
    expect(await requestBulkAction(by, act, 4, now)).toEqual({ ok: true, stage: 'waiting' })

    await pool().query(`UPDATE signature SET signals = '' WHERE petition_id = $1`, [id])
    const clean = await askRule(by, verb, { petition: id, state: from })
    expect(await requestBulkAction(by, clean, 4, now)).toEqual({ ok: true, stage: 'running' })
  },
)

test('selected ones were looked at: they only draw on the quota', async () => {
  const id = await aHeldPetition('ticked', 5)
  const by = await aStaffMember('moderator', now)
  const { rows } = await listSignatures(by, { petition: id, state: 'held' }, undefined)
  const keys = rows.map(({ key }) => key)
  const act = (await createSelectionAction(by, 'release', '', keys, now)) ?? ''
  expect(await requestBulkAction(by, act, 5, now)).toEqual({ ok: true, stage: 'running' })
  expect(await db().soloQuota.count({ where: { scope: 'staff', key: by.id } })).toBe(5)
})

test('what staff bring into the count is logged publicly, by day; what was counted all along is not', async () => {
  const id = await aHeldPetition('logged', 8)
  const by = await aStaffMember('moderator', now)
  const keys = (await listSignatures(by, { petition: id, state: 'held' }, undefined)).rows.map(({ key }) => key)
  const [one = '', two = ''] = keys
  await changeState(by, 'release', one, 'held', { note: '' }, now)
  await changeState(by, 'release', two, 'held', { note: '' }, now)
  const ticked = (await createSelectionAction(by, 'release', '', keys.slice(2), now)) ?? ''
  await requestBulkAction(by, ticked, 6, now)
  await untilStill()
  const day = new Date(now.toISOString().slice(0, 10))
  const reviewed = { petitionId: id, day, reason: 'reviewed', approvals: 1, signatures: 8n }
  expect(await releases(id)).toEqual([reviewed])

  await append(now)
  await changeState(by, 'remove', one, 'counted', { reason: 'fraud', note: '' }, now)
  await append(now)
  await changeState(by, 'restore', one, 'removed', { note: '' }, now)
  const restored = { ...reviewed, reason: 'restored', signatures: 1n }
  expect(await releases(id)).toEqual([restored, reviewed])

  // Held while counted, it stayed in the count: its release is no correction.
  await pool().query(`UPDATE signature SET state = 'held' WHERE petition_id = $1 AND state = 'counted'`, [id])
  await changeState(by, 'release', two, 'held', { note: '' }, now)
  expect(await releases(id)).toEqual([restored, reviewed])
})
