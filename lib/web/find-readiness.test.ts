import { describe, expect, it, vi } from 'vitest'
import { db, pool, watchPool } from '@/lib/db'
import { useDatabase } from '@/test/use-database'
import { findReadiness, recentReadiness } from './find-readiness'

useDatabase()

const now = new Date('2026-11-21T12:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

describe('findReadiness', () => {
  it('is not ready before a worker has sent a heartbeat', async () => {
    expect(await findReadiness(now)).toEqual({ ready: false, database: 'ok', workerAge: null })
  })

  it('is ready while any worker is alive', async () => {
    await db().heartbeat.createMany({
      data: [
        { worker: 'a', beatAt: ago(300) },
        { worker: 'b', beatAt: ago(12) },
      ],
    })
    expect(await findReadiness(now)).toEqual({ ready: true, database: 'ok', workerAge: 12 })
  })

  it('is not ready once the last heartbeat is too old', async () => {
    expect(await findReadiness(new Date(now.getTime() + 60_000))).toMatchObject({ ready: false, workerAge: 72 })
  })

  it('is not ready if the database does not answer, and says so within seconds', async () => {
    const client = await pool().connect()
    try {
      await client.query('BEGIN')
      await client.query('LOCK TABLE heartbeat IN ACCESS EXCLUSIVE MODE')
      const began = performance.now()
      expect(await findReadiness(now)).toEqual({ ready: false, database: 'down', workerAge: null })
      expect(performance.now() - began).toBeLessThan(4000)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  })

  it('does not wait behind a pool that is all taken, and asks once for all who ask at once', async () => {
    const taken = await Promise.all(Array.from({ length: 16 }, () => pool().connect()))
    const query = vi.spyOn(watchPool(), 'query')
    try {
      const answers = await Promise.all(Array.from({ length: 100 }, recentReadiness))
      expect(answers.map(({ database }) => database)).toEqual(Array.from({ length: 100 }, () => 'ok'))
      expect(query).toHaveBeenCalledTimes(1)
    } finally {
      for (const client of taken) client.release()
    }
  })
})
