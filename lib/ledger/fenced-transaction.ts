import type { PoolClient } from 'pg'
import { pgTransaction } from '@/lib/pg-transaction'

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
export function fencedTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  return pgTransaction(work, { longestSilence: LONGEST_SILENCE })
}
