import { beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { purgeDomains } from '@/lib/signatures/mail-domains/purge-domains'
import { indexNames } from '@/lib/signatures/names/index-names'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { averageOfOthers, findFloodBars } from './find-flood-bars'
import { floodSpan, hourSpan, periodSpan, windowSpan } from './flood-span'
import { listFloods, listOngoing } from './list-floods'
import { notifyFloods } from './notify-floods'

useDatabase()

const now = new Date('2026-11-22T10:30:00Z')
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
let made = 0
let petition = ''

beforeEach(async () => {
  await pool().query('TRUNCATE signature, mail_domain CASCADE')
  petition = await aPetition(`floods-${made++}`)
})

async function confirmed(domain: string, many: number, at = now, more = {}): Promise<void> {
  const people = Array.from({ length: many }, (_, i) => ({ name: `Name ${i}`, email: `user${i}@${domain}` }))
  await heldSignatures(petition, people, at, { state: 'confirmed', signals: '', ...more })
}

async function floods(since = hours(-24)) {
  while ((await indexNames(now)) > 0);
  return listFloods(await aStaffMember('moderator', now), since)
}

describe('floods', () => {
  it('of one small mail domain, from ten on, with its name, how many are held and when', async () => {
    await confirmed('quickmail.example', 10, hours(-1))
    await confirmed('quickmail.example', 2, now, { state: 'held' })
    await confirmed('school.example', 9)
    await confirmed('gmail.com', 15)
    expect(await floods()).toMatchObject([
      { kind: 'domain', what: 'quickmail.example', signatures: 12, held: 2, from: hours(-1), to: now, petition },
    ])
  })

  it('of large providers are none: their domains are not stored at all', async () => {
    await confirmed('gmail.com', 12)
    expect(await floods()).toEqual([])
    expect(await db().signatureDomain.count()).toBe(0)
    expect(await db().mailDomain.count()).toBe(0)
  })

  it('of each busy network apart, a member link, and an hour far above the usual', async () => {
    await confirmed('gmail.com', 12, now, { networkGroup: 0x0a_0b_0c_0d })
    await confirmed('gmail.com', 8, now, { networkGroup: -2 })
    await confirmed('gmail.com', 2, hours(-1), { networkGroup: -2, state: 'held' })
    await confirmed('gmail.com', 25, hours(-3), { via: 'member-one' })
    for (const n of [5, 7, 9, 11]) await confirmed('gmail.com', 1, hours(-n))
    const found = await floods()
    expect(found.map(({ kind, what, signatures }) => [kind, what, signatures])).toEqual([
      ['link', 'member-one', 25],
      ['network', '0a0b0c0d', 12],
      ['network', 'fffffffe', 10],
      ['time', '', 25],
      ['time', '', 20],
    ])
  })

  it('are of the period, and of signatures that stand', async () => {
    await confirmed('quickmail.example', 10, hours(-30))
    await confirmed('other.example', 10, now, { state: 'removed' })
    expect(await floods()).toEqual([])
    expect(await floods(hours(-48))).toHaveLength(1)
  })

  it('go on while signatures of them come, and some of them are not held', async () => {
    await confirmed('going-on.example', 12, hours(-2))
    await confirmed('going-on.example', 3, hours(-0.5))
    await confirmed('over.example', 12, hours(-2))
    await confirmed('held.example', 12, now, { state: 'held' })
    await confirmed('gmail.com', 25, hours(-0.25))
    while ((await indexNames(now)) > 0);
    const ongoing = await listOngoing(await aStaffMember('moderator', now), now)
    expect(ongoing.map(({ what, signatures }) => [what, signatures])).toEqual([['going-on.example', 15]])
  })

  it('of another kind are pushed off by no number of domains', async () => {
    for (let n = 0; n < 21; n++) await confirmed(`held-${n}.example`, 10, now, { state: 'held' })
    await confirmed('gmail.com', 22, now, { via: 'member-one' })
    const kinds = (found: { kind: string }[]) => found.map(({ kind }) => kind)
    expect(kinds(await floods())).toContain('link')
    expect(kinds(await listOngoing(await aStaffMember('moderator', now), now))).toEqual(['link'])
    await db().signature.updateMany({ where: { state: 'held' }, data: { state: 'confirmed' } })
    await db().user.deleteMany()
    await aStaffMember('moderator', now)
    await notifyFloods(now)
    expect(await db().staffNotice.count()).toBe(21)
  })

  it('are not for roles that may see no names', async () => {
    await expect(listFloods(await aStaffMember('auditor', now), now)).rejects.toThrow('may not')
  })
})

describe('the picture of a flood', () => {
  const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
  const by = () => aStaffMember('moderator', now)

  it('has a bar for each step, with the flood’s share of it, whatever the flood is of', async () => {
    await confirmed('quickmail.example', 12, minutes(-20))
    await confirmed('gmail.com', 3, minutes(-20), { state: 'removed' })
    await confirmed('gmail.com', 2, minutes(-20))
    await confirmed('gmail.com', 25, minutes(-90), { via: 'member-one' })
    await confirmed('gmail.com', 4, minutes(-90))
    await confirmed('gmail.com', 11, minutes(-150), { networkGroup: -2 })
    for (const n of [5, 7, 9, 11]) await confirmed('gmail.com', 1, hours(-n))
    const span = { from: minutes(-180), to: now, step: 30 * 60_000 }
    const bars = Object.fromEntries(
      await Promise.all(
        (await floods()).map(async (flood) => {
          const found = await findFloodBars(await by(), flood, span)
          return [flood.kind, found.map(({ all, ofFlood }) => `${ofFlood}/${all}`)] as const
        }),
      ),
    )
    expect(bars).toEqual({
      domain: ['0/0', '0/11', '0/0', '0/29', '0/0', '12/14'],
      network: ['0/0', '11/11', '0/0', '0/29', '0/0', '0/14'],
      link: ['0/0', '0/11', '0/0', '25/29', '0/0', '0/14'],
      time: ['0/0', '0/11', '0/0', '29/29', '0/0', '0/14'],
    })
    const [largest] = await floods()
    if (!largest) throw new Error('there is none')
    expect(averageOfOthers(await findFloodBars(await by(), largest, span))).toBe(7)
    await expect(findFloodBars(await aStaffMember('auditor', now), largest, span)).rejects.toThrow('may not')
  })

  it('is found by a key that stays, and that names no domain', async () => {
    await confirmed('quickmail.example', 12, minutes(-20))
    const [flood] = await floods()
    await confirmed('quickmail.example', 3, minutes(-5))
    const [later] = await floods(hours(-48))
    expect(later?.signatures).toBe(15)
    expect(later?.key).toBe(flood?.key)
    expect(flood?.key).toMatch(/^[\w-]{16}$/)
  })

  it('shows the minutes of a brief one with some before and after it, and the period otherwise', () => {
    const [from, to] = [minutes(-20), minutes(-16)]
    expect(floodSpan({ from, to }, now)).toEqual({ from: minutes(-50), to: minutes(-5), step: 60_000 })
    expect(floodSpan({ from, to: minutes(-1) }, now)?.to).toEqual(now)
    expect(floodSpan({ from: hours(-3), to: now }, now)).toBeNull()
    const odd = new Date('2026-11-22T10:31:12Z')
    expect(periodSpan(1, odd)).toMatchObject({ to: new Date('2026-11-22T10:32:00Z'), step: 60_000 })
    expect(periodSpan(24, odd)).toMatchObject({ to: new Date('2026-11-22T10:45:00Z'), step: 900_000 })
    expect(periodSpan(168, odd)).toMatchObject({ from: new Date('2026-11-15T11:00:00Z'), step: 3_600_000 })
    expect(hourSpan(odd)).toMatchObject({
      from: new Date('2026-11-22T10:00:00Z'),
      to: new Date('2026-11-22T11:00:00Z'),
    })
    // As wide as the bars that it touches.
    expect(windowSpan(odd, new Date(odd.getTime() + 1_000))).toEqual({
      from: new Date('2026-11-22T10:31:00Z'),
      to: new Date('2026-11-22T10:32:00Z'),
      step: 60_000,
    })
    expect(windowSpan(hours(-3), now)).toEqual({ from: hours(-3), to: now, step: 900_000 })
    expect(windowSpan(hours(-7 * 24), now)?.step).toBe(3_600_000)
    for (const [from, to] of [
      [hours(-8 * 24 - 1), now],
      [now, now],
      [now, hours(-1)],
      [new Date(Number.NaN), now],
    ] as const)
      expect(windowSpan(from, to)).toBeNull()
  })
})

describe('domains', () => {
  it('are kept for a week, then deleted with their names; an erased signature takes its own along', async () => {
    await confirmed('old.example', 1, hours(-6 * 24))
    await confirmed('new.example', 1)
    await floods()
    expect(await db().signatureDomain.count()).toBe(2)
    await purgeDomains(hours(25))
    expect(await db().signatureDomain.count()).toBe(1)
    expect(await db().mailDomain.count()).toBe(1)
    await db().signature.deleteMany()
    expect(await db().signatureDomain.count()).toBe(0)
    await purgeDomains(now)
    expect(await db().mailDomain.count()).toBe(0)
  })

  it('of signatures confirmed more than a week ago are not stored, whenever a name is corrected', async () => {
    await confirmed('old.example', 1, hours(-8 * 24))
    await floods()
    expect(await db().signatureDomain.count()).toBe(0)
  })

  it('say nothing to who reads the database: neither index nor name contains the domain', async () => {
    await confirmed('quickmail.example', 1)
    await floods()
    const { rows } = await pool().query<{ found: boolean }>(
      `SELECT position('quickmail'::bytea IN sealed) > 0 OR position('quickmail'::bytea IN domain_index) > 0 AS found FROM mail_domain`,
    )
    expect(rows).toEqual([{ found: false }])
  })
})

it('is mailed once, to those who may hold it, without its domain; one that is held whole is not', async () => {
  await db().user.deleteMany()
  const moderator = await aStaffMember('moderator', now)
  await aStaffMember('editor', now)
  await confirmed('crowd.example', 10, hours(-1))
  await confirmed('held.example', 10, hours(-1), { state: 'held' })
  while ((await indexNames(now)) > 0);
  await Promise.all([notifyFloods(now), notifyFloods(now)])
  await db().staffNotice.updateMany({ data: { mailedAt: now } })
  await confirmed('crowd.example', 3)
  while ((await indexNames(now)) > 0);
  await notifyFloods(hours(1))
  const notices = await db().staffNotice.findMany()
  expect(notices.map(({ staffId, kind }) => [staffId, kind])).toEqual([[moderator.id, 'flood']])
  expect(notices[0]?.detail).toMatch(/^\{"key":"[\w-]{16}"\}$/)
  // A wave of the day after, and one that is ten times as large.
  await confirmed('crowd.example', 10, hours(25))
  while ((await indexNames(now)) > 0);
  await notifyFloods(hours(26))
  await notifyFloods(hours(26))
  expect(await db().staffNotice.count()).toBe(2)
  await confirmed('crowd.example', 90, hours(25))
  while ((await indexNames(now)) > 0);
  await notifyFloods(hours(26))
  expect(await db().staffNotice.count({ where: { staffId: moderator.id } })).toBe(3)
})
