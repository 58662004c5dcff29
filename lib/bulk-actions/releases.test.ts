import { describe, expect, test } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { changeState } from '@/lib/signatures/admin/change-state'
import { listSignatures } from '@/lib/signatures/admin/list-signatures'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition, states } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { advanceBulkActions } from './advance-bulk-actions'
import { type BulkVerb, createBulkAction, createSelectionAction, createUndo } from './create-bulk-action'
import { findBulkAction } from './find-bulk-action'
import { cancelBulkAction, requestBulkAction } from './request-bulk-action'
import { readRule } from './rule'

useDatabase()

const now = new Date()

/** Long enough for releases to begin, and for single ones to be counted. */
const later = new Date(now.getTime() + 60_000)

async function untilStill(): Promise<void> {
  while (await advanceBulkActions(later));
}

/** Confirmed, and held for the signals of their forms. */
async function aHeldPetition(slug: string, people: number): Promise<string> {
  const id = await aPetition(slug)
  await confirmedSignatures(id, people, now)
  await pool().query(`UPDATE signature SET state = 'held', signals = 'busy_network' WHERE petition_id = $1`, [id])
  return id
}

async function askRule(by: Awaited<ReturnType<typeof aStaffMember>>, verb: BulkVerb, fields: Record<string, string>) {
  const act = (await createBulkAction(by, verb, verb === 'remove' ? 'fraud' : '', ruleOf(fields), now)) ?? ''
  await untilStill()
  return act
}

function ruleOf(fields: Record<string, string>) {
  const read = readRule(fields)
  if (!read.ok) throw new Error(read.reason)
  return read.rule
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

  await append(later)
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

describe('a release of many', () => {
  const startsAt = later
  const before = new Date(now.getTime() + 59_000)

  async function aRunningRelease(slug: string) {
    const id = await aHeldPetition(slug, 5)
    await pool().query(`UPDATE signature SET signals = '' WHERE petition_id = $1`, [id])
    const by = await aStaffMember('moderator', now)
    const act = await askRule(by, 'release', { petition: id, state: 'held' })
    expect(await requestBulkAction(by, act, 5, now)).toEqual({ ok: true, stage: 'running' })
    return { id, by, act }
  }

  test('begins after a minute; taken back before, nothing was changed, counted or published', async () => {
    const { id, by, act } = await aRunningRelease('taken-back')
    expect(await findBulkAction(by, act, now)).toMatchObject({ stage: 'running', startsAt })
    expect(await advanceBulkActions(before)).toBe(false)
    expect(await cancelBulkAction(by, act, before)).toEqual({ ok: true, stage: 'cancelled' })
    await untilStill()
    await append(later)
    expect(await states(id)).toEqual({ held: 5 })
    expect(await releases(id)).toEqual([])
    expect(await findBulkAction(by, act, now)).toMatchObject({ changed: 0 })
    expect(await createUndo(by, act, now)).toBeNull()
  })

  test('also one that a second person approved begins a minute later, and the other can go on meanwhile', async () => {
    const id = await aHeldPetition('approved', 3)
    const by = await aStaffMember('moderator', now)
    const act = await askRule(by, 'release', { petition: id, state: 'held' })
    await requestBulkAction(by, act, 3, now)
    const { id: approval } = await db().approval.findFirstOrThrow({ where: { subject: `bulk:${act}` } })
    expect(await approve(await aStaffMember('owner', now), approval, now)).toMatchObject({ ok: true })
    expect(await advanceBulkActions(before)).toBe(false)
    const other = (await createBulkAction(by, 'hold', '', ruleOf({ petition: id, country: 'KR' }), now)) ?? ''
    while (await advanceBulkActions(before));
    expect(await findBulkAction(by, other, now)).toMatchObject({ stage: 'ready' })
    expect(await states(id)).toEqual({ held: 3 })
    await untilStill()
    expect(await states(id)).toEqual({ confirmed: 3 })
  })

  test('is undone afterwards by holding what nobody has changed since; what is counted stays in the count', async () => {
    const { id, by, act } = await aRunningRelease('afterwards')
    await untilStill()
    await append(later)
    const [one] = (await listSignatures(by, { petition: id, state: 'counted' }, undefined)).rows
    await changeState(by, 'remove', one?.key ?? '', 'counted', { reason: 'fraud', note: '' }, later)
    const undo = (await createUndo(by, act, later)) ?? ''
    expect(await findBulkAction(by, undo, later)).toMatchObject({ verb: 'hold', total: 4, counted: 4, undoes: act })
    await requestBulkAction(by, undo, 4, later)
    await untilStill()
    await append(later)
    expect(await states(id)).toEqual({ held: 4, removed: 1 })
    expect((await db().petitionTotal.findUniqueOrThrow({ where: { petitionId: id } })).net).toBe(4n)
    expect(await createUndo(by, undo, later)).toBeNull()
  })
})
