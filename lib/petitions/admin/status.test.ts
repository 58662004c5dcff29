import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { executeDueApprovals } from '@/lib/approval-decisions/execute-due'
import { db } from '@/lib/db'
import { check } from '@/lib/staff/audit/check'
import { aPetition, publishWords } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { stepWithApproval, withApproval } from '@/test/with-approval'
import { requestDays } from './change-days'
import { create } from './create'
import { requestStep } from './request-step'
import { updateSettings } from './update-settings'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const days = (n: number) => new Date(now.getTime() + n * 86_400_000)
const day = (n: number) => days(n).toISOString().slice(0, 10)
const row = (id: string) => db().petition.findUniqueOrThrow({ where: { id } })

test('a petition goes from draft to delivered and back, each step with approval and from the expected status', async () => {
  const by = await aStaffMember('editor', now)
  const made = await create(by, { slug: 'whole-life', goal: 500 }, now)
  if (!made.ok) throw new Error(made.reason)
  const { id } = made
  expect(await stepWithApproval(id, 'open', 'draft', now)).toEqual({ ok: false, reason: 'text_missing' })
  await publishWords(id, now)
  expect(await stepWithApproval(id, 'open', 'draft', now)).toEqual({ ok: true })
  expect(await row(id)).toMatchObject({ status: 'open', openedAt: now })
  expect(await stepWithApproval(id, 'open', 'draft', now)).toEqual({ ok: false, reason: 'changed' })
  expect(await stepWithApproval(id, 'reopen', 'open', now)).toEqual({ ok: false, reason: 'changed' })
  expect(await stepWithApproval(id, 'close', 'open', days(1))).toEqual({ ok: true })
  expect(await stepWithApproval(id, 'reopen', 'closed', days(2))).toEqual({ ok: true })
  expect(await row(id)).toMatchObject({ status: 'open', openedAt: now, closedAt: null })
  expect(await stepWithApproval(id, 'deliver', 'open', days(3), day(3))).toEqual({ ok: true })
  expect(await row(id)).toMatchObject({ status: 'delivered', closedAt: days(3), deliveredAt: days(3) })
  expect(await stepWithApproval(id, 'win', 'delivered', days(5), day(4))).toEqual({ ok: true })
  expect(await row(id)).toMatchObject({ closedAt: days(3), wonAt: new Date(`${day(4)}T00:00:00Z`) })
  expect(await stepWithApproval(id, 'take_back', 'won', days(5))).toEqual({ ok: true })
  expect(await stepWithApproval(id, 'take_back', 'delivered', days(5))).toEqual({ ok: true })
  expect(await row(id)).toMatchObject({ status: 'closed', wonAt: null, deliveredAt: null, closedAt: days(3) })
  expect(await check()).toMatchObject({ ok: true })
})

test('nobody takes a public step alone', async () => {
  const id = await aPetition('nobody-alone')
  const by = await aStaffMember('owner', now)
  for (const step of ['close', 'deliver'] as const) {
    const asked = await requestStep(by, id, { step, expected: 'open', day: day(0), reason: '' }, now)
    if (!asked.ok) throw new Error(asked.reason)
    expect(await approve(by, asked.approval, now)).toEqual({ ok: false, reason: 'own' })
  }
  expect(await row(id)).toMatchObject({ status: 'open', wonAt: null, closedAt: null })
})

test('an opening covers exactly the texts that the second person was shown', async () => {
  const [first, second] = [await aStaffMember('editor', now), await aStaffMember('editor', now)]
  const made = await create(first, { slug: 'other-words', goal: 1 }, now)
  const id = made.ok ? made.id : ''
  await publishWords(id, now)
  const asked = await requestStep(first, id, { step: 'open', expected: 'draft', day: '', reason: '' }, now)
  const [text] = await db().petitionText.findMany({ where: { petitionId: id } })
  if (!text || !asked.ok) throw new Error('not asked')
  await db().petitionText.create({ data: { ...text, version: 2, call: 'Something else', sha256: Buffer.alloc(32, 7) } })
  expect(await approve(second, asked.approval, now)).toEqual({ ok: false, reason: 'changed' })
  expect((await row(id)).status).toBe('draft')
})

test('of twenty concurrent approvals one closes it; a second request is told that one is pending', async () => {
  const id = await aPetition('close-once')
  const by = await aStaffMember('owner', now)
  const close = { step: 'close', expected: 'open', day: '', reason: '' } as const
  const asked = await Promise.all(Array.from({ length: 5 }, () => requestStep(by, id, close, now)))
  expect(asked.filter((one) => !one.ok && one.reason === 'waits')).toHaveLength(4)
  const approval = asked.flatMap((one) => (one.ok ? one.approval : []))[0] ?? ''
  const others = await Promise.all(Array.from({ length: 20 }, () => aStaffMember('editor', now)))
  const results = await Promise.all(others.map((other) => approve(other, approval, now)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db().auditEntry.count({ where: { subject: `petition:${id}`, verb: 'petition.close' } })).toBe(1)
})

test('a petition past its retention deadline is not reopened', async () => {
  const id = await aPetition('too-old')
  await db().petition.update({ where: { id }, data: { status: 'closed', closedAt: now } })
  const reopen = (at: string) => stepWithApproval(id, 'reopen', 'closed', new Date(at))
  expect(await reopen('2027-10-02T00:00:00Z')).toEqual({ ok: false, reason: 'time_over' })
  expect(await reopen('2027-09-30T00:00:00Z')).toEqual({ ok: true })
})

test('a delivery is neither in the future nor before the opening; one long ago is delayed by a day after approval', async () => {
  const id = await aPetition('delivered-when')
  const [first, second] = [await aStaffMember('owner', now), await aStaffMember('editor', now)]
  const deliver = (on: string) =>
    requestStep(first, id, { step: 'deliver', expected: 'open', day: on, reason: 'r' }, now)
  for (const wrong of [day(1), '2025-12-31', '2026-02-31', 'yesterday', ''])
    expect([wrong, (await deliver(wrong)).ok]).toEqual([wrong, false])
  const asked = await deliver(day(-24))
  const approval = asked.ok ? asked.approval : ''
  const at = await Promise.all([approve(second, approval, now), approve(second, approval, now)])
  expect(at.filter(({ ok }) => ok)).toEqual([{ ok: true, due: days(1) }])
  await executeDueApprovals(new Date(days(1).getTime() - 1))
  expect(await row(id)).toMatchObject({ status: 'open', deliveredAt: null })
  await Promise.all([executeDueApprovals(days(1)), executeDueApprovals(days(1))])
  expect(await row(id)).toMatchObject({ status: 'delivered', deliveredAt: new Date(`${day(-24)}T00:00:00Z`) })
})

test('a delivery long ago is not delayed if personal data are already deleted', async () => {
  const id = await aPetition('long-over')
  await db().petition.update({
    where: { id },
    data: { status: 'closed', openedAt: days(-5000), closedAt: days(-4000) },
  })
  const [first, second] = [await aStaffMember('owner', now), await aStaffMember('editor', now)]
  const request = { step: 'deliver', expected: 'closed', day: day(-3000), reason: '' } as const
  const asked = await requestStep(first, id, request, now)
  expect(await approve(second, asked.ok ? asked.approval : '', now)).toEqual({ ok: true, due: null })
})

test('if the petition has changed, the approval fails and nothing is done', async () => {
  const id = await aPetition('changed-late')
  const [first, second] = [await aStaffMember('owner', now), await aStaffMember('editor', now)]
  const asked = await requestStep(first, id, { step: 'win', expected: 'open', day: day(0), reason: '' }, now)
  const approval = asked.ok ? asked.approval : ''
  await db().petition.update({ where: { id }, data: { status: 'closed', closedAt: now } })
  expect(await approve(second, approval, now)).toEqual({ ok: false, reason: 'changed' })
  expect(await row(id)).toMatchObject({ status: 'closed', wonAt: null })
  expect(await db().approval.findUnique({ where: { id: approval } })).toMatchObject({ approvedAt: null })
})

test('slug and goal: valid, unique, at the expected version, and the slug fixed once a text is published', async () => {
  const by = await aStaffMember('editor', now)
  const made = await create(by, { slug: 'facts', goal: 10 }, now)
  const id = made.ok ? made.id : ''
  const change = (expected: [string, number], to: [string, number]) =>
    updateSettings(by, id, { slug: expected[0], goal: expected[1] }, { slug: to[0], goal: to[1] }, now)
  await aPetition('taken')
  for (const slug of ['Facts', 'a--b', '-a', 'a b', 'é', 'a'.repeat(81)])
    expect(await change(['facts', 10], [slug, 10])).toEqual({ ok: false, reason: 'slug_invalid' })
  for (const goal of [0, -1, 1.5, Number.NaN, 1e12])
    expect(await change(['facts', 10], ['facts', goal])).toEqual({ ok: false, reason: 'goal_invalid' })
  expect(await change(['facts', 10], ['taken', 10])).toEqual({ ok: false, reason: 'slug_taken' })
  expect(await create(by, { slug: 'taken', goal: 1 }, now)).toEqual({ ok: false, reason: 'slug_taken' })
  // The checkpoints of the audit log are served at /ledger/audit.
  expect(await create(by, { slug: 'audit', goal: 1 }, now)).toEqual({ ok: false, reason: 'slug_taken' })
  expect(await change(['facts', 10], ['facts-two', 20])).toEqual({ ok: true })
  expect(await change(['facts', 10], ['facts', 30])).toEqual({ ok: false, reason: 'changed' })
  await publishWords(id, now)
  expect(await change(['facts-two', 20], ['facts-three', 20])).toEqual({ ok: false, reason: 'slug_fixed' })
  expect(await change(['facts-two', 20], ['facts-two', 30])).toEqual({ ok: true })
})

test('correcting days needs approval at the expected version: not before the opening, not in the future, not on an impossible day', async () => {
  const id = await aPetition('days')
  const [by, second] = [await aStaffMember('editor', now), await aStaffMember('editor', now)]
  const change = (expected: [string, string], to: [string, string]) =>
    withApproval(
      requestDays(by, id, { closed: expected[0], won: expected[1] }, { closed: to[0], won: to[1] }, '', now),
      second,
      now,
    )
  expect(await change(['', ''], [day(0), ''])).toEqual({ ok: false, reason: 'day_invalid' })
  await stepWithApproval(id, 'close', 'open', now)
  for (const wrong of ['2025-12-31', day(1), '', 'soon'])
    expect([wrong, await change([day(0), ''], [wrong, ''])]).toEqual([wrong, { ok: false, reason: 'day_invalid' }])
  expect(await change([day(0), ''], [day(0), ''])).toEqual({ ok: true })
  expect(await row(id)).toMatchObject({ closedAt: now })
  expect(await change([day(0), ''], [day(-2), ''])).toEqual({ ok: true })
  expect(await change([day(0), ''], [day(-3), ''])).toEqual({ ok: false, reason: 'changed' })
})

test('of ten concurrent petitions with one slug one is created', async () => {
  const by = await aStaffMember('editor', now)
  const made = await Promise.all(Array.from({ length: 10 }, () => create(by, { slug: 'race', goal: 1 }, now)))
  expect(made.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a moderator and an auditor change nothing', async () => {
  const id = await aPetition('locked')
  for (const role of ['moderator', 'auditor'] as const) {
    const by = await aStaffMember(role, now)
    const close = { step: 'close', expected: 'open', day: '', reason: '' } as const
    await expect(requestStep(by, id, close, now)).rejects.toThrow('may not petition.change_status')
    await expect(async () => create(by, { slug: 'x', goal: 1 }, now)).rejects.toThrow('may not')
  }
  expect(await stepWithApproval(randomUUID(), 'close', 'open', now)).toEqual({ ok: false, reason: 'changed' })
})
