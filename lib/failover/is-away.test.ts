import { expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { useDatabase } from '@/test/use-database'
import { isAway } from './is-away'

useDatabase()

it.each([
  ['a statement', () => pool().query('SELECT count(*) FROM petition')],
  ['Prisma', () => db().petition.count()],
  ['SQL through Prisma', () => db().$queryRaw`SELECT count(*)::int FROM petition`],
])('%s that a server which shuts down ends says that the database is away', async (_, ask) => {
  const other = await pool().connect()
  await other.query('BEGIN; LOCK TABLE petition IN ACCESS EXCLUSIVE MODE')
  const asked = ask().catch((error: unknown) => error)
  const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  // The server's message to each connection when it stops (57P01).
  await expect.poll(async () => (await pool().query(waiting)).rowCount, { timeout: 10_000 }).toBe(1)
  await pool().query(`SELECT pg_terminate_backend(pid) FROM (${waiting}) AS waiting`)
  expect(isAway(await asked)).toBe(true)
  other.release(true)
})
