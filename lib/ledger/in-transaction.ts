import type { PoolClient } from 'pg'
import { pool } from '@/lib/db'

/**
 * How long a worker may hold a petition's lock and say nothing, in ms. A process that is paused for longer (a
 * laptop that sleeps, a machine that is moved) loses its transaction to the database and, when it wakes, can
 * no longer commit it: another worker may have gone on meanwhile.
 */
const LONGEST_SILENCE = 5_000

/**
 * Runs a step that holds a lock on a petition, in a transaction. It is the ledger's fenced lease: the lock is the
 * lease, the database ends it when its holder falls silent, and the transaction is the fence.
 */
export async function inTransaction<T>(
  work: (client: PoolClient) => Promise<T>,
  silence = LONGEST_SILENCE,
): Promise<T> {
  const client = await pool().connect()
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  try {
    await client.query(`BEGIN; SET LOCAL idle_in_transaction_session_timeout = ${silence}`)
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
