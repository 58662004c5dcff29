import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { check } from '@/lib/staff/audit/check'
import { aColleague } from '@/scripts/testing/a-colleague'
import { aPetition, publishWords } from '@/scripts/testing/a-petition'
import { useDatabase } from '@/scripts/testing/use-database'
import { changeDays } from './change-days'
import { changeFacts } from './change-facts'
import { close } from './close'
import { create } from './create'
import { askDelivery, deliver, deliverApproved } from './deliver'
import { open } from './open'
import { reopen } from './reopen'
import { takeBack } from './take-back'
import { win } from './win'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const days = (n: number) => new Date(now.getTime() + n * 86_400_000)
const day = (n: number) => days(n).toISOString().slice(0, 10)
const row = (id: string) => db().petition.findUniqueOrThrow({ where: { id } })

test('a petition goes from draft to delivered, each step as it was seen, and back', async () => {
  const by = await aColleague('editor', now)
  const made = await create(by, { slug: 'whole-life', goal: 500 }, now)
  if (!made.ok) throw new Error(made.reason)
  const { id } = made
  expect(await open(by, id, 'draft', now)).toEqual({ ok: false, reason: 'text_missing' })
  await publishWords(id, now)
  expect(await open(by, id, 'draft', now)).toEqual({ ok: true, status: 'open' })
  expect(await open(by, id, 'draft', now)).toEqual({ ok: false, reason: 'changed' })
  expect(await reopen(by, id, 'open', now)).toEqual({ ok: false, reason: 'changed' })
  expect(await close(by, id, 'open', days(1))).toEqual({ ok: true, status: 'closed' })
  expect(await reopen(by, id, 'closed', days(2))).toEqual({ ok: true, status: 'open' })
  expect(await row(id)).toMatchObject({ openedAt: now, closedAt: null })
  expect(await deliver(by, id, 'open', day(3), days(3))).toEqual({ ok: true, status: 'delivered' })
  expect(await row(id)).toMatchObject({ closedAt: days(3), deliveredAt: days(3) })
  expect(await win(by, id, 'delivered', day(4), days(5))).toEqual({ ok: true, status: 'won' })
  expect(await row(id)).toMatchObject({ closedAt: days(3), wonAt: new Date(`${day(4)}T00:00:00Z`) })
  expect(await takeBack(by, id, 'won', days(5))).toEqual({ ok: true, status: 'delivered' })
  expect(await takeBack(by, id, 'delivered', days(5))).toEqual({ ok: true, status: 'closed' })
  expect(await row(id)).toMatchObject({ wonAt: null, deliveredAt: null, closedAt: days(3) })
  expect(await check()).toMatchObject({ ok: true })
})

test('twenty who close at once close once; who opens in between is told', async () => {
  const id = await aPetition('close-once')
  const by = await aColleague('owner', now)
  const results = await Promise.all(Array.from({ length: 20 }, () => close(by, id, 'open', now)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db().auditEntry.count({ where: { subject: `petition:${id}` } })).toBe(1)
})

test('what could not be kept is not opened again', async () => {
  const id = await aPetition('too-old')
  await db().petition.update({ where: { id }, data: { status: 'closed', closedAt: now } })
  const by = await aColleague('owner', now)
  expect(await reopen(by, id, 'closed', new Date('2027-10-02T00:00:00Z'))).toEqual({ ok: false, reason: 'time_over' })
  expect(await reopen(by, id, 'closed', new Date('2027-09-30T00:00:00Z'))).toMatchObject({ ok: true })
})

test('a delivery is neither in the future nor before the opening; long ago, it takes two people', async () => {
  const id = await aPetition('delivered-when')
  const [first, second] = [await aColleague('owner', now), await aColleague('editor', now)]
  for (const wrong of [day(1), '2025-12-31', '2026-02-31', 'yesterday', ''])
    expect([wrong, (await deliver(first, id, 'open', wrong, now)).ok]).toEqual([wrong, false])
  expect(await deliver(first, id, 'open', day(-24), now)).toEqual({ ok: false, reason: 'needs_two' })
  const asked = (await askDelivery(first, id, 'open', day(-24), 'handed over in October', now)) ?? ''
  expect(await deliverApproved(first, asked, now)).toEqual({ ok: false, reason: 'own' })
  const at = await Promise.all([deliverApproved(second, asked, now), deliverApproved(second, asked, now)])
  expect(at.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await row(id)).toMatchObject({ status: 'delivered', deliveredAt: new Date(`${day(-24)}T00:00:00Z`) })
})

test('a delivery long ago takes one person where personal data are gone already', async () => {
  const id = await aPetition('long-over')
  await db().petition.update({
    where: { id },
    data: { status: 'closed', openedAt: days(-5000), closedAt: days(-4000) },
  })
  const by = await aColleague('editor', now)
  expect(await deliver(by, id, 'closed', day(-3000), now)).toEqual({ ok: true, status: 'delivered' })
})

test('a delivery agreed to after the petition has changed is not done, and not agreed to either', async () => {
  const id = await aPetition('delivered-late')
  const [first, second] = [await aColleague('owner', now), await aColleague('editor', now)]
  const asked = (await askDelivery(first, id, 'open', day(-30), '', now)) ?? ''
  await close(first, id, 'open', now)
  expect(await deliverApproved(second, asked, now)).toEqual({ ok: false, reason: 'changed' })
  expect(await row(id)).toMatchObject({ status: 'closed', deliveredAt: null })
  expect(await db().approval.findUnique({ where: { id: asked } })).toMatchObject({ approvedAt: null })
})

test('address and goal: valid, its own, as seen, and the address fixed once a text is published', async () => {
  const by = await aColleague('editor', now)
  const made = await create(by, { slug: 'facts', goal: 10 }, now)
  const id = made.ok ? made.id : ''
  const change = (seen: [string, number], to: [string, number]) =>
    changeFacts(by, id, { slug: seen[0], goal: seen[1] }, { slug: to[0], goal: to[1] }, now)
  await aPetition('taken')
  for (const slug of ['Facts', 'a--b', '-a', 'a b', 'é', 'a'.repeat(81)])
    expect(await change(['facts', 10], [slug, 10])).toEqual({ ok: false, reason: 'slug_invalid' })
  for (const goal of [0, -1, 1.5, Number.NaN, 1e12])
    expect(await change(['facts', 10], ['facts', goal])).toEqual({ ok: false, reason: 'goal_invalid' })
  expect(await change(['facts', 10], ['taken', 10])).toEqual({ ok: false, reason: 'slug_taken' })
  expect(await create(by, { slug: 'taken', goal: 1 }, now)).toEqual({ ok: false, reason: 'slug_taken' })
  expect(await change(['facts', 10], ['facts-two', 20])).toEqual({ ok: true })
  expect(await change(['facts', 10], ['facts', 30])).toEqual({ ok: false, reason: 'changed' })
  await publishWords(id, now)
  expect(await change(['facts-two', 20], ['facts-three', 20])).toEqual({ ok: false, reason: 'slug_fixed' })
  expect(await change(['facts-two', 20], ['facts-two', 30])).toEqual({ ok: true })
})

test('days are corrected as they were seen: not before the opening, not in the future, and none that is not there', async () => {
  const id = await aPetition('days')
  const by = await aColleague('editor', now)
  const change = (seen: [string, string], to: [string, string]) =>
    changeDays(by, id, { closed: seen[0], won: seen[1] }, { closed: to[0], won: to[1] }, now)
  expect(await change(['', ''], [day(0), ''])).toEqual({ ok: false, reason: 'day_invalid' })
  await close(by, id, 'open', now)
  for (const wrong of ['2025-12-31', day(1), '', 'soon'])
    expect([wrong, await change([day(0), ''], [wrong, ''])]).toEqual([wrong, { ok: false, reason: 'day_invalid' }])
  expect(await change([day(0), ''], [day(0), ''])).toEqual({ ok: true })
  expect(await row(id)).toMatchObject({ closedAt: now })
  const twice = await Promise.all([change([day(0), ''], [day(-2), '']), change([day(0), ''], [day(-3), ''])])
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
  await win(by, id, 'closed', day(0), now)
  expect(await change([day(0), day(0)], [day(-1), day(-1)])).toEqual({ ok: false, reason: 'changed' })
})

test('ten new petitions with one address at once are one', async () => {
  const by = await aColleague('editor', now)
  const made = await Promise.all(Array.from({ length: 10 }, () => create(by, { slug: 'race', goal: 1 }, now)))
  expect(made.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a moderator and an auditor change nothing', async () => {
  const id = await aPetition('locked')
  for (const role of ['moderator', 'auditor'] as const) {
    const by = await aColleague(role, now)
    await expect(async () => close(by, id, 'open', now)).rejects.toThrow('may not petition.write')
    await expect(async () => create(by, { slug: 'x', goal: 1 }, now)).rejects.toThrow('may not')
  }
  await expect(close(await aColleague('owner', now), randomUUID(), 'open', now)).resolves.toMatchObject({ ok: false })
})
