import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { check } from '@/lib/staff/audit/check'
import { aColleague } from '@/scripts/testing/a-colleague'
import { publishWords } from '@/scripts/testing/a-petition'
import { useDatabase } from '@/scripts/testing/use-database'
import { carryOutPlans } from './carry-out-plans'
import { create } from './create'
import { open } from './open'
import { plan } from './plan'
import { reopen } from './reopen'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const at = (day: string, time = '00:00:00') => new Date(`${day}T${time}Z`)
const row = (id: string) => db().petition.findUniqueOrThrow({ where: { id } })
const nothing = { opens: '', closes: '' }
const week = { opens: '2026-12-01', closes: '2026-12-07' }

async function aDraft(slug: string): Promise<string> {
  const made = await create(await aColleague('editor', now), { slug, goal: 500 }, now)
  if (!made.ok) throw new Error(made.reason)
  return made.id
}

test('a petition opens on its day and closes after its last, once, whatever the number of workers', async () => {
  const by = await aColleague('editor', now)
  const id = await aDraft('by-itself')
  expect(await plan(by, id, nothing, week, now)).toEqual({ ok: true })
  await publishWords(id, now)
  expect(await carryOutPlans(at('2026-11-30', '23:59:59'))).toBe(0)
  const opened = await Promise.all([1, 2, 3].map(() => carryOutPlans(at('2026-12-01'))))
  expect(opened.filter((made) => made === 1)).toHaveLength(1)
  expect(await row(id)).toMatchObject({ status: 'open', openedAt: at('2026-12-01'), opensOn: null })
  expect(await carryOutPlans(at('2026-12-07', '23:59:59'))).toBe(0)
  const closed = await Promise.all([1, 2, 3].map(() => carryOutPlans(at('2026-12-08'))))
  expect(closed.filter((made) => made === 1)).toHaveLength(1)
  expect(await row(id)).toMatchObject({ status: 'closed', closedAt: at('2026-12-08') })
  const steps = await db().auditEntry.findMany({ where: { subject: `petition:${id}`, staffId: null } })
  expect(steps.map(({ verb }) => verb)).toEqual(['petition.open', 'petition.close'])
  expect(await check()).toMatchObject({ ok: true })

  // Opened again by a person, it is not closed by a day that has passed.
  expect(await reopen(by, id, 'closed', at('2026-12-09'))).toMatchObject({ ok: true })
  expect(await carryOutPlans(at('2026-12-10'))).toBe(0)
})

test('a draft without words waits for them; opened by hand it has no day to open any more', async () => {
  const by = await aColleague('editor', now)
  const id = await aDraft('wordless')
  await plan(by, id, nothing, week, now)
  expect(await carryOutPlans(at('2026-12-02'))).toBe(0)
  await publishWords(id, now)
  expect(await open(by, id, 'draft', now)).toMatchObject({ ok: true })
  expect(await row(id)).toMatchObject({ opensOn: null, closesOn: at('2026-12-07') })
  expect(await carryOutPlans(at('2026-12-02'))).toBe(0)
})

test('a last day that was moved while a worker was about to close it holds; one that passed before it opened is forgotten', async () => {
  const by = await aColleague('editor', now)
  const id = await aDraft('moved')
  await plan(by, id, nothing, week, now)
  await publishWords(id, now)
  await carryOutPlans(at('2026-12-01'))
  // The worker has read that it is due; its statement waits for the one who moves the day.
  let closing: Promise<number> | undefined
  await db().$transaction(async (tx) => {
    await tx.petition.update({ where: { id }, data: { closesOn: at('2026-12-20') } })
    closing = carryOutPlans(at('2026-12-08'))
    await expect.poll(waits, { timeout: 4_000 }).toBe(true)
  })
  await closing
  expect(await row(id)).toMatchObject({ status: 'open', closesOn: at('2026-12-20') })

  const late = await aDraft('late')
  await plan(by, late, nothing, week, now)
  await publishWords(late, now)
  expect(await open(by, late, 'draft', at('2026-12-10'))).toMatchObject({ ok: true })
  expect(await row(late)).toMatchObject({ status: 'open', closesOn: null })
})

/** Whether a statement waits for somebody's lock. */
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
])('%o cannot be planned', async (wanted, reason) => {
  const by = await aColleague('owner', now)
  const id = await aDraft(`no-${JSON.stringify(wanted).replace(/\W+/g, '')}`.toLowerCase())
  expect(await plan(by, id, nothing, wanted, now)).toEqual({ ok: false, reason })
  expect(await row(id)).toMatchObject({ opensOn: null, closesOn: null })
})

test('of twenty who plan at once one is first, the others are told; no moderator plans', async () => {
  const by = await aColleague('editor', now)
  const id = await aDraft('planned-at-once')
  const all = await Promise.all(Array.from({ length: 20 }, () => plan(by, id, nothing, week, now)))
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await plan(by, id, week, nothing, now)).toEqual({ ok: true })
  const moderator = await aColleague('moderator', now)
  expect(() => plan(moderator, id, nothing, week, now)).toThrow('may not')
})
