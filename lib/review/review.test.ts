import { beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { reserveSoloQuota } from '@/lib/signatures/solo-quota/reserve-solo-quota'
import type { Staff } from '@/lib/staff/staff'
import { aPetition, states } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { applyHeld } from './apply-held'
import { claimHeld } from './claim-held'
import { decideHeld } from './decide-held'
import { findReview } from './find-review'
import { openHeld } from './open-held'
import { purgeClaims } from './purge-claims'
import { requestSetAside } from './request-set-aside'
import { giveBack, skip } from './skip'
import { undoHeld } from './undo-held'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const why = 'Review of held signatures'
const all = { alone: false, group: '' }
let made = 0
let petition = ''
let moderator: Staff

beforeEach(async () => {
  await pool().query('TRUNCATE signature, mail_domain, review_claim, solo_quota, audit_entry, ledger_release CASCADE')
  moderator = await aStaffMember('moderator', now)
  petition = await aPetition(`review-${made++}`)
})

/** Apart by two hours and each with a comment, so that none are together. */
async function singles(many: number): Promise<void> {
  for (let i = 0; i < many; i += 1)
    await heldSignatures(
      petition,
      [{ name: `Person ${i}`, email: `person${i}@example.org`, comment: 'Please act.' }],
      later(i * 7_200 - 900_000),
    )
}

async function group(many: number, domain = 'example.net'): Promise<void> {
  const people = Array.from({ length: many }, (_, i) => ({ name: `Name ${i}`, email: `user${i}@${domain}` }))
  await heldSignatures(petition, people, now)
}

async function next(by = moderator): Promise<string[]> {
  await claimHeld(by, why, all, now)
  return (await openHeld(by, now)).map(({ key }) => key)
}

describe('what a reviewer gets', () => {
  it('is, of one busy network, all that came from it, whatever their flags and links; fewer than five are singles', async () => {
    const from = async (networkGroup: number | null, many: number, more = {}) =>
      heldSignatures(
        petition,
        Array.from({ length: many }, (_, i) => ({ name: `Of ${networkGroup} ${i}`, email: `user${i}@example.org` })),
        // Of two that wait equally long either may be the first.
        later(networkGroup ?? 0),
        { networkGroup, ...more },
      )
    await from(5, 3, { signals: 'busy_network trap' })
    await from(5, 3, { signals: 'busy_network late_mail', via: 'member-one' })
    await from(6, 3, { signals: 'busy_network trap' })
    await claimHeld(moderator, why, all, now)
    const held = await openHeld(moderator, now)
    expect(held.map(({ network, together }) => [network, together])).toEqual(
      Array.from({ length: 6 }, () => ['00000005', 6]),
    )
    await decideHeld(
      moderator,
      held.map(({ key }) => key),
      'release',
      now,
    )
    await claimHeld(moderator, why, all, now)
    expect(await openHeld(moderator, now)).toMatchObject([{ network: '00000006', together: 3 }])
  })

  it('is the longest waiting one, opened, and that is logged with the reason', async () => {
    await singles(2)
    await next()
    expect(await openHeld(moderator, now)).toMatchObject([{ name: 'Person 0', email: 'person0@example.org' }])
    const logged = await db().auditEntry.findMany({ where: { verb: 'signature.open' } })
    expect(logged.map(({ detail }) => JSON.parse(detail))).toEqual([{ why, review: true }])
  })

  it('is all that are alike, from five on; one by one if asked', async () => {
    await group(6)
    expect(await next()).toHaveLength(6)
    await giveBack(
      moderator,
      'held',
      (await openHeld(moderator, now)).map(({ key }) => key),
    )
    await claimHeld(moderator, why, { ...all, alone: true }, now)
    expect(await openHeld(moderator, now)).toHaveLength(1)
  })

  it('is never what a colleague has: twenty at once get twenty different ones', async () => {
    await singles(20)
    const colleagues = await Promise.all(Array.from({ length: 20 }, () => aStaffMember('moderator', now)))
    const got = await Promise.all(colleagues.map((by) => next(by)))
    expect(got.map((keys) => keys.length)).toEqual(Array(20).fill(1))
    expect(new Set(got.flat()).size).toBe(20)
    expect(await claimHeld(moderator, why, all, now)).toBe(0)
  })

  it('comes free after a quarter of an hour, and is then no longer theirs to decide', async () => {
    await singles(1)
    const [key = ''] = await next()
    const other = await aStaffMember('moderator', now)
    expect(await claimHeld(other, why, all, later(14 * 60))).toBe(0)
    expect(await openHeld(moderator, later(15 * 60 + 1))).toEqual([])
    expect(await claimHeld(other, why, all, later(15 * 60 + 1))).toBe(1)
    expect(await openHeld(moderator, now)).toEqual([])
    expect(await decideHeld(moderator, [key], 'release', later(16 * 60))).toEqual({ ok: false, reason: 'changed' })
  })

  it('does not come back to who skipped it, and goes to others', async () => {
    await singles(2)
    const [first = ''] = await next()
    await skip(moderator, 'held', [first], now)
    const [second] = await next()
    expect(second).not.toBe(first)
    expect(await next(await aStaffMember('moderator', now))).toEqual([first])
  })

  it('is for roles that may see names', async () => {
    await singles(1)
    const auditor = await aStaffMember('auditor', now)
    await expect(claimHeld(auditor, why, all, now)).rejects.toThrow('may not')
    await expect(openHeld(auditor, now)).rejects.toThrow('may not')
  })
})

describe('a decision', () => {
  it('takes effect after a minute, once, whoever of several workers carries it out', async () => {
    await singles(1)
    expect(await decideHeld(moderator, await next(), 'release', now)).toEqual({ ok: true, decided: 1 })
    expect((await findReview(moderator, {}, now)).left).toBe(0)
    expect(await applyHeld(later(59))).toBe(0)
    expect(await states(petition)).toEqual({ held: 1 })
    const workers = await Promise.all(Array.from({ length: 6 }, () => applyHeld(later(60))))
    expect(workers.reduce((sum, n) => sum + n)).toBe(1)
    expect(await states(petition)).toEqual({ confirmed: 1 })
    expect(await db().ledgerRelease.findMany()).toMatchObject([{ reason: 'reviewed', signatures: 1n }])
    expect(await db().reviewClaim.count()).toBe(0)
  })

  it('removes for a reason, one line of the public log for those decided together', async () => {
    await group(5)
    await decideHeld(moderator, await next(), 'fraud', now)
    await applyHeld(later(60))
    expect(await states(petition)).toEqual({ removed: 5 })
    expect(await db().auditEntry.count({ where: { verb: 'signature.remove' } })).toBe(5)
  })

  it('is undone without a trace: rows, releases and retractions are as before', async () => {
    await pool().query(`UPDATE signature SET mailbox_index = NULL`)
    await group(5)
    const before = await db().signature.findMany({ orderBy: { emailIndex: 'asc' } })
    const keys = await next()
    await decideHeld(moderator, keys, 'release', now)
    const batch = (await findReview(moderator, {}, now)).last?.batch ?? ''
    expect(await undoHeld(moderator, batch, later(59))).toEqual({ ok: true, undone: 5 })
    expect(await applyHeld(later(61))).toBe(0)
    expect(await db().signature.findMany({ orderBy: { emailIndex: 'asc' } })).toEqual(before)
    expect(await db().ledgerRelease.count()).toBe(0)
    expect((await openHeld(moderator, now)).map(({ key }) => key)).toEqual(keys)
    expect(await undoHeld(moderator, batch, later(59))).toEqual({ ok: false, reason: 'changed' })
  })

  it('is not undone once it has taken effect, nor by somebody else; undoing and carrying out at once: one of them', async () => {
    await singles(1)
    await decideHeld(moderator, await next(), 'release', now)
    const batch = (await findReview(moderator, {}, now)).last?.batch ?? ''
    const other = await aStaffMember('moderator', now)
    expect((await undoHeld(other, batch, now)).ok).toBe(false)
    const [undone, applied] = await Promise.all([undoHeld(moderator, batch, later(59)), applyHeld(later(60))])
    expect([undone.ok, applied]).toEqual(undone.ok ? [true, 0] : [false, 1])
    expect((await undoHeld(moderator, batch, later(61))).ok).toBe(false)
  })

  it('leaves what its signer withdrew in that minute', async () => {
    await singles(1)
    await decideHeld(moderator, await next(), 'release', now)
    await pool().query(`UPDATE signature SET state = 'withdrawn', withdrawn_at = now()`)
    expect(await applyHeld(later(60))).toBe(0)
    expect(await states(petition)).toEqual({ withdrawn: 1 })
  })

  it('of somebody who is frozen waits', async () => {
    await singles(1)
    await decideHeld(moderator, await next(), 'release', now)
    const owner = await aStaffMember('owner', now)
    await pool().query(
      `INSERT INTO approval (id, verb, subject, detail, reason, asked_by, asked_at)
       VALUES (gen_random_uuid(), 'staff.disable', $1, '{}', 'x', $2, $3)`,
      [`staff:${moderator.id}`, owner.id, now],
    )
    expect(await applyHeld(later(60))).toBe(0)
    expect(await states(petition)).toEqual({ held: 1 })
  })

  it('beyond the quota is set aside, and put to a second person with one request', async () => {
    await db().$transaction((tx) => reserveSoloQuota(tx, moderator, petition, 94, now))
    await group(6)
    expect(await decideHeld(moderator, await next(), 'release', now)).toEqual({ ok: true, decided: 6 })
    await group(5, 'example.edu')
    expect(await decideHeld(moderator, await next(), 'fraud', later(1))).toEqual({ ok: true, decided: 5 })
    const review = await findReview(moderator, {}, later(1))
    expect(review).toMatchObject({ left: 0, last: { needsTwo: true }, setAside: [{ verdict: 'fraud', signatures: 5 }] })
    await applyHeld(later(60))
    expect(await states(petition)).toEqual({ confirmed: 6, held: 5 })
    const [action, ...more] = await requestSetAside(moderator, later(61))
    expect(more).toEqual([])
    expect(await db().bulkAction.findUnique({ where: { id: action ?? '' } })).toMatchObject({
      stage: 'waiting',
      verb: 'remove',
      reason: 'fraud',
      total: 5,
    })
    expect((await findReview(moderator, {}, later(62))).setAside).toEqual([])
    expect(await requestSetAside(moderator, later(62))).toEqual([])
  })

  it('survives the purge until it has taken effect; what no longer holds does not', async () => {
    await singles(2)
    await decideHeld(moderator, await next(), 'release', now)
    await next()
    await purgeClaims(later(25 * 3_600))
    expect(await db().reviewClaim.findMany()).toMatchObject([{ verdict: 'release' }])
  })
})
