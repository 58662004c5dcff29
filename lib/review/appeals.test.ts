import { beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { findWaiting } from '@/lib/overview/find-waiting'
import { changeState } from '@/lib/signatures/admin/change-state'
import { keyText } from '@/lib/signatures/admin/signature-key'
import type { AppealAnswer } from '@/lib/signatures/appeal-answer'
import { OPENINGS_A_DAY, reserveOpening } from '@/lib/staff/quota/reserve-opening'
import type { Staff } from '@/lib/staff/staff'
import { transact } from '@/lib/transaction'
import { sealRecord } from '@/lib/vault/seal-record'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { answerAppeal } from './answer-appeal'
import { applyHeld } from './apply-held'
import { claimAppeal } from './claim-appeal'
import { claimHeld } from './claim-held'
import { countWaitingAppeals } from './count-waiting-appeals'
import { decideHeld } from './decide-held'
import { type AppealView, openAppeal } from './open-appeal'
import { openHeld } from './open-held'
import { skip } from './skip'
import { undoAnswer } from './undo-answer'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const why = 'Appeal'
let made = 0
let petition = ''
let moderator: Staff

beforeEach(async () => {
  await pool().query('TRUNCATE signature, review_claim, solo_quota, audit_entry, ledger_release, recent_change CASCADE')
  moderator = await aStaffMember('moderator', now)
  petition = await aPetition(`appeals-${made++}`)
})

/** A signature whose signer appealed so many minutes ago. */
async function appealed(name: string, minutes: number, state: 'held' | 'removed' = 'held'): Promise<string> {
  await heldSignatures(petition, [{ name, email: `${name}@example.org` }], later(-7_200 - minutes), { state })
  const appeal = sealRecord({ text: `I am ${name}` })
  const { rows } = await pool().query(
    `UPDATE signature SET appeal = $1, appealed_at = $2 WHERE received_at = $3 RETURNING email_index AS "emailIndex"`,
    [appeal, later(-60 * minutes), later(-7_200 - minutes)],
  )
  return keyText({ petitionId: petition, emailIndex: rows[0].emailIndex })
}

async function next(by = moderator, at = now): Promise<AppealView | null> {
  await claimAppeal(by, why, '', at)
  return openAppeal(by, at)
}

async function answer(read: AppealView | null, given: AppealAnswer, at = now, by = moderator) {
  if (!read) throw new Error('nothing to answer')
  return answerAppeal(by, read, given, at)
}

const row = async () => (await pool().query('SELECT state::text, appeal_answer AS answer FROM signature')).rows[0]

describe('what a moderator gets', () => {
  it('is the longest waiting appeal, with its words, of signatures held and removed', async () => {
    await appealed('second', 10)
    await appealed('first', 20, 'removed')
    expect(await next()).toMatchObject({ text: 'I am first', name: 'first', state: 'removed', decision: null })
    expect(await countWaitingAppeals(moderator)).toEqual(new Map([['en', 2]]))
  })

  it('is never what somebody else reads, here or among the held ones', async () => {
    await appealed('one', 20)
    await appealed('two', 10)
    const other = await aStaffMember('moderator', now)
    expect((await next())?.name).toBe('one')
    expect((await next(other))?.name).toBe('two')
    const third = await aStaffMember('moderator', now)
    expect(await next(third)).toBeNull()
    expect(await claimHeld(third, 'Review', { alone: false, group: '' }, now)).toBe(0)
    // And the other way round, once they have let go.
    expect(await claimHeld(third, 'Review', { alone: true, group: '' }, later(1_000))).toBe(1)
    const held = (await openHeld(third, later(1_000)))[0]?.name
    expect((await next(moderator, later(1_001)))?.name).toBe(held === 'one' ? 'two' : 'one')
  })

  it('is logged, and takes of the hundred openings of a day', async () => {
    await appealed('one', 20)
    await next()
    expect((await db().auditEntry.findFirstOrThrow({ where: { verb: 'signature.open' } })).detail).toBe(
      '{"why":"Appeal","appeal":true}',
    )
    await appealed('two', 10)
    const busy = await aStaffMember('moderator', now)
    for (let i = 0; i < OPENINGS_A_DAY; i += 1) await transact((tx) => reserveOpening(tx, busy, 'opening', now))
    expect(await claimAppeal(busy, why, '', now)).toEqual({ ok: false, reason: 'openings_used' })
    expect(await openAppeal(busy, now)).toBeNull()
  })

  it('says who removed it, and why', async () => {
    await appealed('one', 20, 'removed')
    await pool().query(`UPDATE signature SET state = 'confirmed'`)
    const { rows } = await pool().query('SELECT email_index AS "emailIndex" FROM signature')
    const key = keyText({ petitionId: petition, emailIndex: rows[0].emailIndex })
    const colleague = await aStaffMember('moderator', now)
    await changeState(colleague, 'remove', key, 'confirmed', { reason: 'duplicate', note: 'the same text' }, now)
    const { decision } = (await next()) ?? {}
    expect(decision).toMatchObject({
      verb: 'remove',
      reason: 'duplicate',
      note: 'the same text',
      at: now,
      bulkId: null,
    })
    expect(decision?.who).not.toBe('')
  })

  it('comes back half an hour after it was skipped, to others at once', async () => {
    const key = await appealed('one', 20)
    await next()
    await skip(moderator, 'appeals', [key], now)
    expect(await next()).toBeNull()
    expect((await next(await aStaffMember('moderator', now)))?.name).toBe('one')
  })
})

describe('an answer', () => {
  const cases: ['held' | 'removed', AppealAnswer, string, string][] = [
    ['held', 'counts', 'confirmed', 'signature.release'],
    ['held', 'fraud', 'removed', 'signature.remove'],
    ['held', 'waits', 'held', 'signature.leave_held'],
    ['removed', 'counts', 'confirmed', 'signature.restore'],
    ['removed', 'duplicate', 'removed', 'signature.uphold'],
  ]
  it.each(cases)('of one that is %s, %s, leaves it %s; undone, it waits again', async (state, given, after, verb) => {
    const key = await appealed('one', 20, state)
    expect(await answer(await next(), given)).toEqual({ ok: true })
    expect(await row()).toEqual({ state: after, answer: given })
    expect(await db().auditEntry.count({ where: { verb } })).toBe(1)
    expect((await findWaiting(moderator, now)).appeals?.waiting).toBe(0)
    expect(await next()).toBeNull()
    expect(await undoAnswer(moderator, key, now, later(30))).toEqual({ ok: true })
    expect(await row()).toEqual({ state, answer: null })
    expect((await openAppeal(moderator, later(30)))?.name).toBe('one')
    expect((await findWaiting(moderator, now)).appeals?.waiting).toBe(1)
  })

  it('is not given to what its signer has written since, nor twice', async () => {
    await appealed('one', 20, 'removed')
    const read = await next()
    await pool().query('UPDATE signature SET appealed_at = $1', [later(-1)])
    expect(await answer(read, 'fraud')).toEqual({ ok: false, reason: 'changed' })
    const again = await openAppeal(moderator, now)
    const both = await Promise.all([answer(again, 'counts'), answer(again, 'fraud')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db().auditEntry.count({ where: { verb: { in: ['signature.restore', 'signature.uphold'] } } })).toBe(1)
  })

  it('waits for a second person where the solo quota is used, and the appeal stays with its reader', async () => {
    await appealed('one', 20, 'removed')
    const read = await next()
    for (let i = 0; i < 100; i += 1)
      await pool().query(
        `INSERT INTO solo_quota (scope, key, slot, taken_at) VALUES ('staff', $1, $2, $3) ON CONFLICT DO NOTHING`,
        [moderator.id, i + 1, now],
      )
    expect(await answer(read, 'fraud')).toEqual({ ok: false, reason: 'needs_two' })
    expect(await row()).toEqual({ state: 'removed', answer: null })
    expect((await openAppeal(moderator, now))?.name).toBe('one')
  })

  it('is given too by whoever decides on it among the held ones', async () => {
    await appealed('one', 20)
    await claimHeld(moderator, 'Review', { alone: false, group: '' }, now)
    const [held] = await openHeld(moderator, now)
    await decideHeld(moderator, [held?.key ?? ''], 'duplicate', now)
    await applyHeld(later(61))
    expect(await row()).toEqual({ state: 'removed', answer: 'duplicate' })
  })

  it('of somebody else is not undone', async () => {
    const key = await appealed('one', 20)
    await answer(await next(), 'counts')
    const other = await aStaffMember('moderator', now)
    expect((await undoAnswer(other, key, now, later(10))).ok).toBe(false)
    expect(await openAppeal(other, later(10))).toBeNull()
  })
})
