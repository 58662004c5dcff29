import { beforeEach, expect, test, vi } from 'vitest'
import { pool } from '@/lib/db'
import { hashToken } from '@/lib/vault/token'
import { aPetition, onlyToken, openedSignatures, signAs, states } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { confirm } from './confirm'
import { confirmStatement } from './confirm-statement'
import { findByToken } from './find-by-token'
import { purgeUnconfirmed } from './purge-unconfirmed'

useDatabase()
beforeEach(async () => void (await pool().query('TRUNCATE signature, pending_signature CASCADE')))

const start = new Date('2026-11-21T12:00:00Z')
const week = 7 * 86_400_000

test('deletes what was not confirmed in 7 days, and nothing else', async () => {
  const id = await aPetition('expiring')
  await signAs('expiring', 'old@example.org', new Date(start.getTime() - 1))
  await signAs('expiring', 'confirmed@example.org', new Date(start.getTime() - 1))
  await signAs('expiring', 'young@example.org', start)
  const confirmed = (await openedSignatures(id)).find(({ email }) => email === 'confirmed@example.org')
  await confirm(confirmed?.token ?? '', start)

  expect(await purgeUnconfirmed(new Date(start.getTime() + week))).toBe(1)
  expect(await states(id)).toEqual({ pending: 1, confirmed: 1 })
  expect((await openedSignatures(id)).map(({ email }) => email).sort()).toEqual([
    'confirmed@example.org',
    'young@example.org',
  ])
})

test('its link says that it has expired; forms of people who have signed go after a day', async () => {
  const id = await aPetition('saying')
  await signAs('saying', 'old@example.org', start)
  const token = await onlyToken(id)
  await purgeUnconfirmed(new Date(start.getTime() + week + 1))
  expect(await findByToken(token, new Date(start.getTime() + week + 2))).toMatchObject({ state: 'expired' })

  await signAs('saying', 'signed@example.org', start)
  await confirm(await onlyToken(id), start)
  await signAs('saying', 'signed@example.org', start, { name: 'Not mine' })
  expect(await purgeUnconfirmed(new Date(start.getTime() + 86_400_001))).toBe(1)
  expect(await states(id)).toEqual({ confirmed: 1 })
})

test('a signature that is being confirmed at the same moment stays', async () => {
  const id = await aPetition('racing')
  await signAs('racing', 'signer@example.org', start)
  const confirming = await pool().connect()
  await confirming.query('BEGIN')
  const token = await onlyToken(id)
  await confirming.query(confirmStatement, [[hashToken(token)], [start], ...Array(10).fill([null]), [], []])
  const expiring = purgeUnconfirmed(new Date(start.getTime() + week + 1))
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
