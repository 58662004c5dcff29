import type { PoolClient } from 'pg'
import { pool } from './db'
import { type Lock, locks } from './locks'

interface Options {
  /**
   * In ms: how long the transaction may go without a statement. After that the database ends it, and nothing of it is
   * committed. Unlimited by default.
   */
  longestSilence?: number
  /** A lock that is waited for first and held until the transaction ends. */
  lock?: Lock
}

/**
 * Runs a transaction in SQL on one connection of the pool: commits what `work` did, or rolls it back if it throws. A
 * connection whose transaction could not be ended is closed, not reused. (`transact` is the same for Prisma.)
 * @throws what `work` or the database threw
 */
export async function pgTransaction<T>(
  work: (client: PoolClient) => Promise<T>,
  { longestSilence, lock }: Options = {},
): Promise<T> {
  const client = await pool().connect()
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  try {
    const begin = ['BEGIN']
    if (longestSilence !== undefined) begin.push(`SET LOCAL idle_in_transaction_session_timeout = ${longestSilence}`)
    if (lock !== undefined) begin.push(`SELECT pg_advisory_xact_lock(${locks[lock]})`)
    await client.query(begin.join('; '))
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}
