import { beforeEach, expect, test } from 'vitest'
import { advanceBulkActions } from '@/lib/bulk-actions/advance-bulk-actions'
import { createSelectionAction } from '@/lib/bulk-actions/create-bulk-action'
import { requestBulkAction } from '@/lib/bulk-actions/request-bulk-action'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { recount } from '@/lib/ledger/recount'
import { changeState } from '@/lib/signatures/admin/change-state'
import { listSignatures } from '@/lib/signatures/admin/list-signatures'
import { check } from '@/lib/staff/audit/check'
import type { Staff } from '@/lib/staff/staff'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import type { TransitionVerb } from '../admin/transitions'
import { findUndo } from './find-undo'
import { undoChange } from './undo-change'

useDatabase()

const now = new Date('2026-11-22T23:59:40Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const mailbox = Buffer.alloc(32, 7)
let made = 0
let id = ''
let key = ''
let by: Staff

beforeEach(async () => {
  await pool().query('TRUNCATE signature, solo_quota, audit_entry, ledger_release, retraction CASCADE')
  by = await aStaffMember('moderator', now)
  id = await aPetition(`undo-${made++}`)
  await confirmedSignatures(id, 1, now)
  await pool().query('UPDATE signature SET mailbox_index = $1', [mailbox])
  key = (await listSignatures(by, { petition: id }, undefined)).rows[0]?.key ?? ''
})

const row = async () => (await pool().query('SELECT * FROM signature')).rows[0]
const sql = (text: string) => pool().query(text)

async function act(verb: TransitionVerb, expected: string, at = now, who = by): Promise<string> {
  const why = verb === 'remove' ? { reason: 'fraud', note: '' } : { note: '' }
  expect(await changeState(who, verb, key, expected, why, at)).toMatchObject({ ok: true })
  return (await findUndo(who, key, at))?.batch ?? ''
}

/** Counted and removed, and the ledger has both. */
async function removed(): Promise<void> {
  await append(later(-100))
  await act('remove', 'counted', later(-100))
  await append(later(-100))
}

/** Before the act: the state its row is in. */
const cases: [verb: TransitionVerb, prepare: () => Promise<unknown>, expected: string][] = [
  ['hold', async () => {}, 'confirmed'],
  ['hold', () => append(now), 'counted'],
  ['release', () => sql(`UPDATE signature SET state = 'held'`), 'held'],
  ['release', () => append(now).then(() => sql(`UPDATE signature SET state = 'held'`)), 'held'],
  ['remove', async () => {}, 'confirmed'],
  ['remove', () => append(now), 'counted'],
  ['restore', () => sql(`UPDATE signature SET state = 'removed'`), 'removed'],
  ['restore', removed, 'removed'],
]

test.each(cases)(
  'undoing to %s restores the whole row, and nothing of it is public (%#)',
  async (verb, prepare, from) => {
    await prepare()
    const before = await row()
    const [leaves, corrections] = [
      await db().ledgerLeaf.count({ where: { petitionId: id } }),
      await db().retraction.count(),
    ]
    const batch = await act(verb, from)
    expect(await row()).not.toEqual(before)
    expect(await undoChange(by, key, batch, later(40))).toEqual({ ok: true })
    expect(await row()).toEqual(before)
    expect(await db().ledgerRelease.count()).toBe(0)
    expect(await db().retraction.count()).toBe(corrections)
    if (from !== 'confirmed') {
      await append(later(120))
      expect(await db().ledgerLeaf.count({ where: { petitionId: id } })).toBe(leaves)
    }
    expect((await db().auditEntry.findMany({ orderBy: { seq: 'desc' }, take: 2 })).map((one) => one.verb)).toEqual([
      'signature.undo',
      `signature.${verb}`,
    ])
    expect(await check()).toMatchObject({ ok: true })
    expect((await recount()).find(({ slug }) => slug === `undo-${made - 1}`)?.differences).toEqual([])
  },
)

test('what is released is counted after a minute, and can then no longer be undone', async () => {
  await sql(`UPDATE signature SET state = 'held'`)
  const batch = await act('release', 'held')
  await append(later(59))
  expect(await row()).toMatchObject({ state: 'confirmed' })
  await append(later(60))
  expect(await row()).toMatchObject({ state: 'counted' })
  expect(await findUndo(by, key, later(60))).toBeNull()
  expect(await undoChange(by, key, batch, later(61))).toEqual({ ok: false, reason: 'undo_over' })
  expect(await row()).toMatchObject({ state: 'counted' })
})

test('undone twice, also at the same moment, it is undone once', async () => {
  const batch = await act('hold', 'confirmed')
  const both = await Promise.all([1, 2].map(() => undoChange(by, key, batch, later(1))))
  expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['ok', 'undo_over'])
  expect(await undoChange(by, key, batch, later(2))).toEqual({ ok: false, reason: 'undo_over' })
  expect(await db().auditEntry.count({ where: { verb: 'signature.undo' } })).toBe(1)
})

test('of undoing and counting at the same moment one comes first', async () => {
  await sql(`UPDATE signature SET state = 'held'`)
  const batch = await act('release', 'held')
  const [undone] = await Promise.all([undoChange(by, key, batch, later(59)), append(later(60))])
  await append(later(61))
  expect((await row()).state).toBe(undone.ok ? 'held' : 'counted')
  expect(await db().ledgerRelease.count()).toBe(undone.ok ? 0 : 1)
})

test('a removal that the ledger has is not undone, and nothing is changed', async () => {
  await append(now)
  const batch = await act('remove', 'counted')
  await append(later(1))
  const before = await row()
  expect(await undoChange(by, key, batch, later(2))).toEqual({ ok: false, reason: 'undo_published' })
  expect(await row()).toEqual(before)
  expect(await findUndo(by, key, later(2))).toMatchObject({ batch })
})

test('nobody undoes what somebody else did, or what has changed since', async () => {
  const other = await aStaffMember('moderator', now)
  const batch = await act('hold', 'confirmed')
  expect(await findUndo(other, key, now)).toBeNull()
  expect(await undoChange(other, key, batch, later(1))).toEqual({ ok: false, reason: 'undo_over' })
  await act('release', 'held', later(2), other)
  await act('hold', 'confirmed', later(3), other)
  // The same state again, but another decision.
  expect(await undoChange(by, key, batch, later(4))).toEqual({ ok: false, reason: 'undo_changed' })

  await act('release', 'held', later(5))
  const mine = (await findUndo(by, key, later(5)))?.batch ?? ''
  await sql(`UPDATE signature SET state = 'withdrawn', withdrawn_at = now()`)
  expect(await undoChange(by, key, mine, later(6))).toEqual({ ok: false, reason: 'undo_changed' })
  expect(await row()).toMatchObject({ state: 'withdrawn' })
})

test('a bulk action on the same signature ends the undoing of what came before it', async () => {
  const batch = await act('hold', 'confirmed')
  const bulk = (await createSelectionAction(by, 'remove', 'fraud', [key], later(1))) ?? ''
  await requestBulkAction(by, bulk, 1, later(1))
  while (await advanceBulkActions(later(2)));
  expect(await row()).toMatchObject({ state: 'removed' })
  expect(await undoChange(by, key, batch, later(3))).toEqual({ ok: false, reason: 'undo_over' })
})

test('an auditor undoes nothing', async () => {
  const auditor = await aStaffMember('auditor', now)
  await expect(undoChange(auditor, key, '6f9619ff-8b86-4011-b42d-00c04fc964ff', now)).rejects.toThrow('may not')
})
