import { randomBytes } from 'node:crypto'
import { db, pool } from '@/lib/db'
import { isoDay } from '@/lib/input/day'

const known = new Map<string, Buffer>()
/** Keys being read: concurrent callers share the answer, above all while the database is away. */
const asked = new Map<string, Promise<Buffer>>()

/**
 * The random key of a purpose and day (UTC), shared by all processes through the database and deleted with the day:
 * what was encrypted or hashed with it cannot be read or recomputed afterwards.
 * @returns 32 bytes
 * @throws Error if the database cannot be read
 */
export async function dayKey(purpose: string, day: Date): Promise<Buffer> {
  const date = isoDay(day)
  const name = `${purpose} ${date}`
  const have = known.get(name)
  if (have) return have
  const reading = asked.get(name) ?? readKey(purpose, date).finally(() => asked.delete(name))
  asked.set(name, reading)
  const key = await reading
  if (known.size >= 8) known.clear()
  known.set(name, key)
  return key
}

async function readKey(purpose: string, date: string): Promise<Buffer> {
  // The update without effect makes the losing process of a race return the winner's key.
  const { rows } = await pool().query<{ key: Buffer }>(
    `INSERT INTO day_key (purpose, day, key) VALUES ($1, $2, $3)
     ON CONFLICT (purpose, day) DO UPDATE SET purpose = excluded.purpose RETURNING key`,
    [purpose, date, randomBytes(32)],
  )
  const key = rows[0]?.key
  if (!key) throw new Error('day_key returned no row')
  return key
}

/**
 * Deletes the keys of days that ended more than an hour ago, in memory and in the database.
 * @returns how many rows were deleted
 */
export async function purgeDayKeys(now: Date): Promise<number> {
  known.clear()
  const oldest = isoDay(new Date(now.getTime() - 3_600_000))
  return (await db().dayKey.deleteMany({ where: { day: { lt: new Date(oldest) } } })).count
}
