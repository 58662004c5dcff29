import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { applyRoles } from '../scripts/database/apply-roles.mjs'
import { connect } from '../scripts/database/connect.mjs'

/** In ms: another file may have them. */
const PATIENCE = 240_000
const LOCK = 20_261_128

/**
 * Gives this test file the processes' accounts, on its own database: call it after `useDatabase`. Accounts belong to
 * the server, so files that use them take turns.
 * @returns their password
 */
export function useAccounts(): string {
  const password = `p'${randomBytes(8).toString('hex')}`
  let lock: pg.Client

  beforeAll(async () => {
    lock = await connect(inject('serverUrl'))
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK])
    const owner = await connect(process.env.DATABASE_URL ?? '')
    await applyRoles(owner, { web: password, admin: password, worker: password })
    await owner.end()
  }, PATIENCE)

  afterAll(() => lock.end())

  return password
}
