import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDb } from '@/lib/db'
import { keepClient } from './kept-client'
import { databaseUrl } from './test-cluster.mjs'

/**
 * Gives this test file its own database: migrated, empty, dropped afterwards. Call it once at the top of the file (or of
 * a `describe`); `db()` and `pool()` then use it.
 */
export function useDatabase(): void {
  const name = `test_${randomBytes(8).toString('hex')}`
  const serverUrl = inject('serverUrl')

  beforeAll(async () => {
    await ask(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${inject('template')}`)
    process.env.DATABASE_URL = databaseUrl(serverUrl, name)
    keepClient()
  })

  afterAll(async () => {
    await closeDb()
    await ask(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })
}

async function ask(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
