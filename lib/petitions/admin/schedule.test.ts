import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { check } from '@/lib/staff/audit/check'
import { aPetition, publishWords } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { stepWithApproval, withApproval } from '@/test/with-approval'
import { create } from './create'
import { runSchedules } from './run-schedules'
import { requestSchedule } from './schedule'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const at = (day: string, time = '00:00:00') => new Date(`${day}T${time}Z`)
const row = (id: string) => db().petition.findUniqueOrThrow({ where: { id } })
const nothing = { opens: '', closes: '' }
const week = { opens: '2026-12-01', closes: '2026-12-07' }

async function aDraft(slug: string): Promise<string> {
  const made = await create(await aStaffMember('editor', now), { slug, goal: 500 }, now)
  if (!made.ok) throw new Error(made.reason)
  return made.id
}

/** Schedules the week, with approval. */
async function planned(id: string, expected = nothing, wanted = week) {
  const [first, second] = [await aStaffMember('editor', now), await aStaffMember('editor', now)]
  return withApproval(requestSchedule(first, id, { expected, wanted, reason: '' }, now), second, now)
}

test('a petition opens on its day and closes after its last day, once, with any number of workers', async () => {
  const id = await aDraft('by-itself')
  expect(await planned(id)).toEqual({ ok: true })
  await publishWords(id, now)
  expect(await runSchedules(at('2026-11-30', '23:59:59'))).toBe(0)
  const opened = await Promise.all([1, 2, 3].map(() => runSchedules(at('2026-12-01'))))
  expect(opened.filter((made) => made === 1)).toHaveLength(1)
  expect(await row(id)).toMatchObject({ status: 'open', openedAt: at('2026-12-01'), opensOn: null })
  expect(await runSchedules(at('2026-12-07', '23:59:59'))).toBe(0)
  const closed = await Promise.all([1, 2, 3].map(() => runSchedules(at('2026-12-08'))))
  expect(closed.filter((made) => made === 1)).toHaveLength(1)
  expect(await row(id)).toMatchObject({ status: 'closed', closedAt: at('2026-12-08') })
  const steps = await db().auditEntry.findMany({ where: { subject: `petition:${id}`, staffId: null } })
  expect(steps.map(({ verb }) => verb)).toEqual(['petition.open', 'petition.close'])
  expect(await check()).toMatchObject({ ok: true })

  // Reopened by staff, it is not closed by a day that has passed.
  expect(await stepWithApproval(id, 'reopen', 'closed', at('2026-12-09'))).toEqual({ ok: true })
  expect(await runSchedules(at('2026-12-10'))).toBe(0)
})

test('a draft without texts waits for them; opened by hand it has no opening day any more', async () => {
  const id = await aDraft('wordless')
  await planned(id)
  expect(await runSchedules(at('2026-12-02'))).toBe(0)
  await publishWords(id, now)
  expect(await stepWithApproval(id, 'open', 'draft', now)).toEqual({ ok: true })
  expect(await row(id)).toMatchObject({ opensOn: null, closesOn: at('2026-12-07') })
  expect(await runSchedules(at('2026-12-02'))).toBe(0)
})

test('a last day moved while a worker is closing it holds; one that passed before the opening is dropped', async () => {
  const id = await aDraft('moved')
  await planned(id)
  await publishWords(id, now)
  await runSchedules(at('2026-12-01'))
  // The worker has read that it is due; its statement waits for the transaction that moves the day.
  let closing: Promise<number> | undefined
  await db().$transaction(async (tx) => {
    await tx.petition.update({ where: { id }, data: { closesOn: at('2026-12-20') } })
    closing = runSchedules(at('2026-12-08'))
    await expect.poll(waits, { timeout: 4_000 }).toBe(true)
  })
  await closing
  expect(await row(id)).toMatchObject({ status: 'open', closesOn: at('2026-12-20') })

  const late = await aDraft('late')
  await planned(late)
  await publishWords(late, now)
  expect(await stepWithApproval(late, 'open', 'draft', at('2026-12-10'))).toEqual({ ok: true })
  expect(await row(late)).toMatchObject({ status: 'open', closesOn: null })
})

/** Whether a statement is waiting for a lock. */
async function waits(): Promise<boolean> {
  const { rowCount } = await pool().query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rowCount === 1
}

test.each([
  [{ opens: '2026-11-22', closes: '' }, 'plan_invalid'],
  [{ opens: '', closes: '2026-11-21' }, 'plan_invalid'],
  [{ opens: '2026-12-02', closes: '2026-12-01' }, 'plan_invalid'],
  [{ opens: '2026-02-31', closes: '' }, 'plan_invalid'],
  [{ opens: 'soon', closes: '' }, 'plan_invalid'],
])('%o cannot be scheduled', async (wanted, reason) => {
  const by = await aStaffMember('owner', now)
  const id = await aDraft(`no-${JSON.stringify(wanted).replace(/\W+/g, '')}`.toLowerCase())
  expect(await requestSchedule(by, id, { expected: nothing, wanted, reason: '' }, now)).toEqual({ ok: false, reason })
  expect(await row(id)).toMatchObject({ opensOn: null, closesOn: null })
})

test('of twenty concurrent requests one is made, the others are refused; moderators cannot schedule', async () => {
  const by = await aStaffMember('editor', now)
  const id = await aDraft('planned-at-once')
  const asking = { expected: nothing, wanted: week, reason: '' }
  const all = await Promise.all(Array.from({ length: 20 }, () => requestSchedule(by, id, asking, now)))
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  const moderator = await aStaffMember('moderator', now)
  await expect(requestSchedule(moderator, id, asking, now)).rejects.toThrow('may not')
})

test('nobody schedules a public opening or closing alone, but anybody may cancel an opening', async () => {
  const by = await aStaffMember('editor', now)
  const draft = await aDraft('planned-alone')
  const lastDay = { opens: '', closes: '2026-12-07' }
  expect(await requestSchedule(by, draft, { expected: nothing, wanted: lastDay, reason: '' }, now)).toEqual({
    ok: true,
    approval: null,
  })
  const asked = await requestSchedule(by, draft, { expected: lastDay, wanted: week, reason: '' }, now)
  expect(asked).toMatchObject({ ok: true, approval: expect.any(String) })
  expect(await row(draft)).toMatchObject({ opensOn: null })
  expect(await planned(draft, lastDay, week)).toEqual({ ok: false, reason: 'waits' })
  await db().approval.updateMany({ where: { approvedAt: null }, data: { refusedAt: now } })
  expect(await planned(draft, lastDay, week)).toEqual({ ok: true })
  expect(await requestSchedule(by, draft, { expected: week, wanted: nothing, reason: '' }, now)).toEqual({
    ok: true,
    approval: null,
  })
  const open = await aPetition('closed-by-plan')
  const tonight = { opens: '', closes: '2026-11-22' }
  expect(await requestSchedule(by, open, { expected: nothing, wanted: tonight, reason: '' }, now)).toMatchObject({
    approval: expect.any(String),
  })
  expect(await row(open)).toMatchObject({ closesOn: null })
})
