import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { useDatabase } from '@/test/use-database'
import { pool } from './db'
import { pgTransaction } from './pg-transaction'

useDatabase()

const ids = async () => (await pool().query<{ id: string }>('SELECT id FROM provider_event ORDER BY id')).rows
const insert = 'INSERT INTO provider_event (id, received_at) VALUES ($1, now())'

it('commits what was done and returns its result', async () => {
  const result = await pgTransaction(async (client) => {
    await client.query(insert, ['kept'])
    return 'done'
  })
  expect(result).toBe('done')
  expect(await ids()).toContainEqual({ id: 'kept' })
})

it('rolls back when the work throws, and the connection is whole for the next user', async () => {
  const failed = pgTransaction(async (client) => {
    await client.query(insert, ['lost'])
    throw new Error('no further')
  })
  await expect(failed).rejects.toThrow('no further')
  expect(await ids()).not.toContainEqual({ id: 'lost' })
  expect(pool().waitingCount).toBe(0)
})

it('does not reuse a connection whose transaction the database has ended', async () => {
  let process = 0
  const failed = pgTransaction(
    async (client) => {
      process = (await client.query<{ id: number }>('SELECT pg_backend_pid() AS id')).rows[0]?.id ?? 0
      await client.query(insert, ['silent'])
      await sleep(500)
      await client.query(insert, ['too late'])
    },
    { longestSilence: 50 },
  )
  await expect(failed).rejects.toThrow()
  const next = await pool().query<{ id: number }>('SELECT pg_backend_pid() AS id')
  expect(next.rows[0]?.id).not.toBe(process)
  expect(await ids()).not.toContainEqual({ id: 'silent' })
})

it('holds its advisory lock until it ends', async () => {
  const order: string[] = []
  let second: Promise<unknown> | undefined
  await pgTransaction(
    async (client) => {
      second = pgTransaction(async () => order.push('second'), { lock: 'mailClaims' })
      await client.query('SELECT pg_sleep(0.1)')
      order.push('first')
    },
    { lock: 'mailClaims' },
  )
  await second
  expect(order).toEqual(['first', 'second'])
})
