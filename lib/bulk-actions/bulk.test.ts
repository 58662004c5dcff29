import { describe, expect, test } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { recount } from '@/lib/ledger/recount'
import { changeState } from '@/lib/signatures/admin/change-state'
import { listSignatures } from '@/lib/signatures/admin/list-signatures'
import { check } from '@/lib/staff/audit/check'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition, confirmWaiting, signAs, states } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { advanceBulkActions } from './advance-bulk-actions'
import { createBulkAction, createSelectionAction, createUndo } from './create-bulk-action'
import { findBulkAction } from './find-bulk-action'
import { cancelBulkAction, requestBulkAction } from './request-bulk-action'
import { parseRule, readRule, ruleText } from './rule'

useDatabase()

const now = new Date()
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)

const approvalOf = async (act: string) =>
  (await db().approval.findFirstOrThrow({ where: { subject: `bulk:${act}` } })).id

async function untilStill(at = now): Promise<void> {
  while (await advanceBulkActions(at));
}

function ruleOf(fields: Record<string, string>) {
  const read = readRule(fields)
  if (!read.ok) throw new Error(read.reason)
  return read.rule
}

async function aCountedPetition(slug: string, people: number): Promise<string> {
  const id = await aPetition(slug)
  await confirmedSignatures(id, people, now)
  await append(now)
  return id
}

describe('bulk actions', () => {
  test('removing more than a hundred needs approval of exactly what was counted; undone, all is as before', async () => {
    const id = await aCountedPetition('two-people', 1_201)
    const [asks, agrees] = [await aStaffMember('moderator', now), await aStaffMember('owner', now)]
    const act = (await createBulkAction(asks, 'remove', 'fraud', ruleOf({ petition: id, country: 'KR' }), now)) ?? ''
    await untilStill()
    expect(await findBulkAction(asks, act, now)).toMatchObject({ stage: 'ready', total: 1_201 })
    expect(await requestBulkAction(agrees, act, 1_201, now)).toEqual({ ok: false, reason: 'changed' })
    expect(await requestBulkAction(asks, act, 7, now)).toEqual({ ok: false, reason: 'changed' })
    expect(await requestBulkAction(asks, act, 1_201, now)).toEqual({ ok: true, stage: 'waiting' })
    await untilStill()
    expect(await states(id)).toEqual({ counted: 1_201 })
    expect(await approve(asks, await approvalOf(act), now)).toEqual({ ok: false, reason: 'own' })
    const twice = await Promise.all([1, 2].map(async () => approve(agrees, await approvalOf(act), now)))
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)

    // One was held since it was counted: it is skipped.
    await pool().query(
      `UPDATE signature SET state = 'held' WHERE (petition_id, email_index) IN (SELECT petition_id, email_index FROM signature WHERE petition_id = $1 LIMIT 1)`,
      [id],
    )
    await untilStill()
    expect(await findBulkAction(asks, act, now)).toMatchObject({ stage: 'done', changed: 1_200, skipped: 1 })
    await append(now)
    expect(await states(id)).toEqual({ removed: 1_200, held: 1 })
    const corrections = await db().ledgerCorrection.findMany({ where: { petitionId: id } })
    expect(corrections.map(({ approvals }) => approvals)).toEqual(corrections.map(() => 2))
    expect(corrections.reduce((sum, { leaves }) => sum + leaves, 0)).toBe(1_200)

    const undo = await createUndo(asks, act, now)
    expect(await requestBulkAction(asks, undo ?? '', 1_200, now)).toEqual({ ok: true, stage: 'waiting' })
    expect(await approve(agrees, await approvalOf(undo ?? ''), now)).toEqual({ ok: true, due: null })
    await untilStill(hours(0.1))
    await append(now)
    expect(await states(id)).toEqual({ counted: 1_200, held: 1 })
    expect((await recount()).find(({ slug }) => slug === 'two-people')?.differences).toEqual([])
    expect(await check()).toMatchObject({ ok: true })
  })

  test('the database itself refuses a large removal by one person', async () => {
    const id = await aPetition('forced')
    const by = await aStaffMember('owner', now)
    const act = (await createBulkAction(by, 'remove', 'fraud', ruleOf({ petition: id, country: 'KR' }), now)) ?? ''
    const forced = db().bulkAction.update({
      where: { id: act },
      data: { total: 101, stage: 'running', approvedBy: by.id },
    })
    await expect(forced).rejects.toThrow('bulk_action_two_people')
  })

  test('a request not approved within a day expires', async () => {
    const id = await aCountedPetition('expires', 101)
    const [asks, agrees] = [await aStaffMember('moderator', now), await aStaffMember('owner', now)]
    const act = (await createBulkAction(asks, 'remove', 'fraud', ruleOf({ petition: id, country: 'KR' }), now)) ?? ''
    await untilStill()
    await requestBulkAction(asks, act, 101, now)
    expect(await approve(agrees, await approvalOf(act), hours(25))).toEqual({ ok: false, reason: 'changed' })
    await untilStill(hours(25))
    expect(await findBulkAction(asks, act, now)).toMatchObject({ stage: 'expired' })
    expect(await states(id)).toEqual({ counted: 101 })
  })

  test('a rule by domain opens what it must, and matches the whole domain only', async () => {
    const id = await aPetition('by-domain')
    for (const email of ['a@spam.example', 'b@SPAM.example', 'c@notspam.example', 'd@spam.example.org']) {
      await signAs('by-domain', email, now)
    }
    await confirmWaiting(id, now)
    const by = await aStaffMember('moderator', now)
    const act = (await createBulkAction(by, 'hold', '', ruleOf({ petition: id, domain: '@Spam.example' }), now)) ?? ''
    await untilStill()
    expect(await requestBulkAction(by, act, 2, now)).toEqual({ ok: true, stage: 'running' })
    await untilStill()
    expect(await states(id)).toEqual({ held: 2, confirmed: 2 })
  })

  test('a cancelled action stops, and what it changed can be undone; a selection is exactly what was selected', async () => {
    const id = await aCountedPetition('cancelled', 700)
    const by = await aStaffMember('moderator', now)
    const act = (await createBulkAction(by, 'hold', '', ruleOf({ petition: id, state: 'counted' }), now)) ?? ''
    await untilStill()
    await requestBulkAction(by, act, 700, now)
    await approve(await aStaffMember('owner', now), await approvalOf(act), now)
    await advanceBulkActions(now)
    expect(await cancelBulkAction(by, act, now)).toEqual({ ok: true, stage: 'cancelled' })
    await untilStill()
    expect(await states(id)).toEqual({ held: 500, counted: 200 })

    const { rows } = await listSignatures(by, { petition: id, state: 'held' }, undefined)
    const keys = rows.slice(0, 3).map(({ key }) => key)
    const ticked = await createSelectionAction(by, 'release', '', keys, now)
    await changeState(by, 'release', keys[0] ?? '', 'held', { note: '' }, now)
    await requestBulkAction(by, ticked ?? '', 3, now)
    await untilStill(hours(0.1))
    expect(await findBulkAction(by, ticked ?? '', now)).toMatchObject({ changed: 2, skipped: 1 })
    const undo = await createUndo(by, act, now)
    expect(await findBulkAction(by, undo ?? '', now)).toMatchObject({ total: 497, verb: 'release' })
  })

  test('a rule must not match everything, and names a petition', () => {
    const petition = '6f9619ff-8b86-4011-b42d-00c04fc964ff'
    expect(readRule({ country: 'KR' })).toEqual({ ok: false, reason: 'petition_missing' })
    expect(readRule({ petition, country: '' })).toEqual({ ok: false, reason: 'too_wide' })
    expect(readRule({ petition, domain: 'not a domain' })).toEqual({ ok: false, reason: 'domain_invalid' })
    expect(readRule({ petition, country: 'KR', via: 'no such code!' })).toEqual({
      ok: false,
      reason: 'filter_unreadable',
      errors: { via: ['unreadable'] },
    })
    expect(readRule({ petition, contry: 'KR', state: 'held' })).toMatchObject({ errors: { contry: ['unknown_name'] } })
  })

  test('is stored to the second and read back unchanged; one that has become unreadable finds nothing and ends', async () => {
    const id = await aCountedPetition('unreadable-rule', 3)
    const rule = ruleOf({ petition: id, from: '2026-11-22T10:00:30', to: '2026-11-22T10:00:45.5' })
    expect(parseRule(ruleText(rule))).toEqual(rule)
    const by = await aStaffMember('moderator', now)
    const act = (await createBulkAction(by, 'hold', '', rule, now)) ?? ''
    for (const filter of [
      { via: 'no such code!' },
      { signal: 'since renamed' },
      { from: 'yesterday' },
      { sate: 'held' },
    ]) {
      const text = JSON.stringify({ domain: null, filter: { petition: id, ...filter } })
      await db().bulkAction.update({ where: { id: act }, data: { rule: text, stage: 'counting' } })
      await untilStill()
      expect(await findBulkAction(by, act, now)).toMatchObject({ stage: 'cancelled', total: 0 })
    }
    expect(await requestBulkAction(by, act, 0, now)).toEqual({ ok: false, reason: 'changed' })
    expect(await check()).toMatchObject({ ok: true })
  })

  test('an auditor can request nothing', async () => {
    const rule = ruleOf({ petition: '6f9619ff-8b86-4011-b42d-00c04fc964ff', country: 'KR' })
    await expect(createBulkAction(await aStaffMember('auditor', now), 'hold', '', rule, now)).rejects.toThrow('may not')
  })
})
