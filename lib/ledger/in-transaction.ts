import type { PoolClient } from 'pg'
import { pool } from '@/lib/db'

/**
 * In ms: how long a worker may hold a petition's lock without a statement. A process paused for longer (a sleeping
 * laptop, a migrated machine) loses its transaction and, when it resumes, can no longer commit: another worker may have
 * continued meanwhile.
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
