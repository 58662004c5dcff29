import { beforeEach, expect, test, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { aPetition, openedSignatures, signAs, states } from '@/scripts/testing/a-petition'
import { useDatabase } from '@/scripts/testing/use-database'
import { confirm } from './confirm'
import { expire } from './expire'

useDatabase()
beforeEach(async () => void (await db().signature.deleteMany()))

const start = new Date('2026-11-21T12:00:00Z')
const week = 7 * 86_400_000

test('deletes what was not confirmed in 7 days, and nothing else', async () => {
  const id = await aPetition('expiring')
  await signAs('expiring', 'old@example.org', new Date(start.getTime() - 1))
  await signAs('expiring', 'confirmed@example.org', new Date(start.getTime() - 1))
  await signAs('expiring', 'young@example.org', start)
  const confirmed = (await openedSignatures(id)).find(({ email }) => email === 'confirmed@example.org')
  await confirm(confirmed?.token ?? '', start)

  expect(await expire(new Date(start.getTime() + week))).toBe(1)
  expect(await states(id)).toEqual({ pending: 1, confirmed: 1 })
  expect((await openedSignatures(id)).map(({ email }) => email).sort()).toEqual([
    'confirmed@example.org',
    'young@example.org',
  ])
})

test('a signature that is being confirmed at the same moment stays', async () => {
  const id = await aPetition('racing')
  await signAs('racing', 'signer@example.org', start)
  const confirming = await pool().connect()
  await confirming.query('BEGIN')
  await confirming.query(`UPDATE signature SET state = 'confirmed', confirmed_at = $1`, [start])
  const expiring = expire(new Date(start.getTime() + week + 1))
  await vi.waitFor(async () => expect(await waitingForLocks()).toBe(1))
  await confirming.query('COMMIT')
  confirming.release()
  expect(await expiring).toBe(0)
  expect(await states(id)).toEqual({ confirmed: 1 })
})

async function waitingForLocks(): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows[0]?.n ?? 0
}
