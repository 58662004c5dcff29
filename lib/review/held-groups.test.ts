import { beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { sealRecord } from '@/lib/vault/seal-record'
import { aPetition, states } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { applyHeld } from './apply-held'
import { claimHeld } from './claim-held'
import { decideHeld } from './decide-held'
import { findReview } from './find-review'
import { readHeldFilter } from './held-filter'
import { listHeldGroups } from './held-groups'
import { leaveHeld } from './leave-held'
import { openHeld } from './open-held'
import { purgeClaims } from './purge-claims'
import { requestSetAside } from './request-set-aside'
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

async function next(by = moderator): Promise<string[]> {
  await claimHeld(by, why, all, now)
  return (await openHeld(by, now)).map(({ key }) => key)
}

describe('the groups', () => {
  const domain = async (name: string) =>
    pool().query(
      `WITH label AS (INSERT INTO mail_domain (domain_index, sealed) VALUES (decode(md5($1), 'hex'), $2) RETURNING domain_index)
       INSERT INTO signature_domain (petition_id, email_index, domain_index)
       SELECT petition_id, email_index, domain_index FROM signature, label`,
      [name, sealRecord({ domain: name })],
    )

  it('are listed largest first, with what they have in common; each signature is in the first that fits it', async () => {
    const people = (many: number, name: string) =>
      Array.from({ length: many }, (_, i) => ({ name: `${name} ${i}`, email: `${name}${i}@small.example` }))
    // Of one domain on one day, whatever their flags and hours.
    for (let i = 0; i < 6; i += 1)
      await heldSignatures(petition, people(1, `hour${i}`), later(i * 3_600), { signals: `trap` })
    await domain('small.example')
    await heldSignatures(petition, people(7, 'net'), later(-9_000), { networkGroup: 9, signals: 'busy_network' })
    await heldSignatures(petition, people(10, 'link'), later(-50_000), { via: 'member-one', signals: '' })
    await heldSignatures(petition, people(5, 'alike'), later(-100_000), { signals: 'late_mail' })
    // Of one day, hours apart; who wrote something is read alone.
    const [, , ...silent] = people(8, 'silent')
    for (const [i, person] of silent.entries())
      await heldSignatures(
        petition,
        [i === 0 ? { ...person, comment: 'Please act.' } : person],
        new Date(Date.parse('2026-11-20T04:00:00Z') + i * 7_200_000),
        { signals: 'late_mail trap' },
      )
    await heldSignatures(petition, people(2, 'alone'), later(-200_000), { signals: 'trap' })
    const { groups, singles } = await listHeldGroups(moderator, {}, now)
    expect(groups).toMatchObject([
      { kind: 'link', signatures: 10, what: 'member-one' },
      { kind: 'network', signatures: 7, what: '00000009' },
      { kind: 'domain', signatures: 6, what: 'small.example' },
      { kind: 'day', signatures: 5, what: 'late_mail trap', locale: 'en' },
      { kind: 'alike', signatures: 5, what: 'late_mail', locale: 'en' },
    ])
    expect(singles).toEqual({ signatures: 3, oldest: later(-200_000) })

    // The one that is chosen is given out whole, and then nothing else.
    const { key = '' } = groups[2] ?? {}
    expect(await claimHeld(moderator, why, { alone: false, group: key }, now)).toBe(6)
    expect((await openHeld(moderator, now)).map(({ name }) => name)).toEqual(
      Array.from({ length: 6 }, (_, i) => `hour${i} 0`),
    )
    expect(await claimHeld(moderator, why, { alone: false, group: key }, now)).toBe(0)
    const auditor = await aStaffMember('auditor', now)
    await expect(listHeldGroups(auditor, {}, now)).rejects.toThrow('may not')
  })
})

describe('left held', () => {
  it('is given to nobody for thirty days, has its note on record, and counts as decided', async () => {
    await singles(2)
    const [first = ''] = await next()
    expect(await leaveHeld(moderator, [first], 'ask the member first', now)).toEqual({ ok: true, decided: 1 })
    expect((await findReview(moderator, {}, now)).left).toBe(1)
    expect(await next()).not.toContain(first)
    expect(await db().auditEntry.findMany({ where: { verb: 'signature.leave_held' } })).toMatchObject([
      { detail: expect.stringContaining('ask the member first') },
    ])
    expect(await states(petition)).toEqual({ held: 2 })
    expect(await applyHeld(later(3_600))).toBe(0)
    expect(await requestSetAside(moderator, now)).toEqual([])
    await purgeClaims(later(29 * 86_400))
    const other = await aStaffMember('moderator', now)
    const still = later(29 * 86_400)
    await claimHeld(other, why, all, still)
    expect((await openHeld(other, still)).map(({ key }) => key)).not.toContain(first)
    const month = later(30 * 86_400 + 1)
    await claimHeld(moderator, why, all, month)
    expect((await openHeld(moderator, month)).map(({ key }) => key)).toContain(first)
  })

  it('comes back when its signer appeals, is forgotten when it is released elsewhere, and takes of the quota', async () => {
    await singles(1)
    const keys = await next()
    await leaveHeld(moderator, keys, 'why', now)
    expect((await findReview(moderator, {}, now)).leftHeld).toBe(1)
    expect(await claimHeld(moderator, why, all, now)).toBe(0)
    await pool().query(`UPDATE signature SET appealed_at = $1`, [later(60)])
    expect(await claimHeld(moderator, why, all, later(120))).toBe(1)
    await leaveHeld(moderator, keys, 'why', later(180))
    await pool().query(`UPDATE signature SET state = 'confirmed'`)
    await purgeClaims(later(200))
    expect(await db().reviewClaim.count()).toBe(0)
    expect(await db().soloQuota.count()).toBeGreaterThan(0)
  })

  it('is undone like every decision, and only by who had it under review', async () => {
    await singles(1)
    const keys = await next()
    expect(await leaveHeld(await aStaffMember('moderator', now), keys, 'why', now)).toEqual({
      ok: false,
      reason: 'changed',
    })
    await leaveHeld(moderator, keys, 'why', now)
    const { last } = await findReview(moderator, {}, now)
    expect(last).toMatchObject({ verdict: 'leave', signatures: 1, needsTwo: false })
    expect(await undoHeld(moderator, last?.batch ?? '', later(30))).toEqual({ ok: true, undone: 1 })
    expect((await openHeld(moderator, later(30))).map(({ key }) => key)).toEqual(keys)
  })
})

describe('a review of one thing in common', () => {
  const person = (name: string) => ({ name, email: `${name.replaceAll(' ', '.')}@example.org`, comment: 'Please act.' })
  const many = (name: string, n: number) => Array.from({ length: n }, (_, i) => person(`${name} ${i}`))

  it('lists, counts and gives out those alone, also of one language, and goes on with them', async () => {
    await singles(2)
    await heldSignatures(petition, many('net', 6), later(-9_000), { networkGroup: 9, signals: 'busy_network' })
    await heldSignatures(petition, many('alike', 5), later(-100_000), { signals: 'late_mail' })
    for (const [kind, signatures] of [
      ['network', 6],
      ['flags', 5],
      ['single', 2],
      ['link', 0],
    ] as const) {
      const { groups, singles } = await listHeldGroups(moderator, { kind }, now)
      expect([kind, ...groups.map((group) => group.signatures), singles.signatures].filter((n) => n !== 0)).toEqual(
        [kind, signatures].filter((n) => n !== 0),
      )
      expect(await findReview(moderator, { kind }, now)).toMatchObject({ left: signatures, more: false })
    }
    expect((await findReview(moderator, { kind: 'network', locale: 'ko' }, now)).left).toBe(0)
    expect((await findReview(moderator, { kind: 'network', locale: 'en', petition }, now)).left).toBe(6)

    const wanted = { ...all, kind: 'network' as const }
    expect(await claimHeld(moderator, why, wanted, now)).toBe(6)
    // Being read by one, they are left; decided on, they are not.
    expect((await findReview(moderator, { kind: 'network' }, now)).left).toBe(6)
    const keys = (await openHeld(moderator, now)).map(({ key }) => key)
    await decideHeld(moderator, keys, 'fraud', now)
    expect((await findReview(moderator, { kind: 'network' }, now)).left).toBe(0)
    expect(await claimHeld(moderator, why, wanted, now)).toBe(0)
    expect(await claimHeld(moderator, why, { ...all, kind: 'single' }, now)).toBe(1)
  })
})

describe('a review of one language or petition', () => {
  it('lists, counts and gives out those alone, and goes on with them', async () => {
    await singles(2)
    const other = await aPetition(`review-other-${made++}`)
    await heldSignatures(
      other,
      [{ name: 'Other', email: 'other@example.org', comment: 'Please act.' }],
      later(-900_000),
    )
    await pool().query(`UPDATE signature SET locale = 'ko' WHERE petition_id = $1`, [other])
    for (const filter of [{ petition: other }, { locale: 'ko' }]) {
      expect((await findReview(moderator, filter, now)).left).toBe(1)
      expect((await listHeldGroups(moderator, filter, now)).singles.signatures).toBe(1)
    }
    expect((await findReview(moderator, { locale: 'ko', petition }, now)).left).toBe(0)
    const wanted = { ...all, locale: 'ko' }
    expect(await claimHeld(moderator, why, wanted, now)).toBe(1)
    expect((await openHeld(moderator, now))[0]?.locale).toBe('ko')
    expect(await claimHeld(moderator, why, wanted, now)).toBe(0)
    expect(await claimHeld(moderator, why, all, now)).toBe(1)
  })

  it('is refused where it cannot be read', () => {
    expect(readHeldFilter({})).toEqual({ kind: '', locale: '', petition: '' })
    const read = { kind: 'domain', locale: 'ko', petition }
    expect(readHeldFilter(read)).toEqual(read)
    for (const wrong of [{ kind: 'fake' }, { locale: 'xx' }, { petition: 'one' }, { locale: ['ko', 'ja'] }])
      expect(readHeldFilter(wrong)).toBeNull()
  })
})
