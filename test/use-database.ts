import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDb } from '@/lib/db'
import { keepClient } from './kept-client'
import { databaseUrl, dropDatabase, makeDatabase } from './test-cluster.mjs'

/**
 * Gives this test file its own database: migrated, empty, dropped afterwards. Call it once at the top of the file (or
 * of a `describe`); `db()` and `pool()` then use it.
 */
export function useDatabase(): void {
  const name = `test_${randomBytes(8).toString('hex')}`
  const serverUrl = inject('serverUrl')

  beforeAll(async () => {
    await makeDatabase(serverUrl, name, inject('template'))
    process.env.DATABASE_URL = databaseUrl(serverUrl, name)
    // A timer of an earlier file's modules (lib/integrity/limits/limit-hits.ts) may have opened a pool on its database.
    await closeDb()
    keepClient()
  })

  afterAll(async () => {
    await closeDb()
    await dropDatabase(serverUrl, name)
  })
}
