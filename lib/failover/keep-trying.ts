import { AsyncLocalStorage } from 'node:async_hooks'
import { watchPool } from '@/lib/db'
import { limitOf } from '@/lib/integrity/limits/network-limit'
import { DatabaseAway, isAway } from './is-away'
import { MAX_OF_NETWORK, MAX_WAITING, PATIENCE } from './limits'
import { createWaitingRoom, type Patience } from './waiting-room'

let open = 0

/** Whether a request is being answered that may be waiting for the database: for 40 s at most. */
export function isAnswering(): boolean {
  return open > 0
}

const current = new AsyncLocalStorage<Patience>()

const room = createWaitingRoom({
  isBack,
  pause: 250,
  most: MAX_WAITING,
  mostOf: (network) => limitOf(network, MAX_OF_NETWORK),
})

/**
 * Answers a request in 40 s at most: while the database is away, what it tries by `keepTrying` waits that long in all.
 * @param network of who asks (`networkOf`)
 * @returns rejects with DatabaseAway if it took too long, or too many wait
 */
export function patiently<T>(network: string, answer: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE
  open += 1
  return new Promise<T>((resolve, reject) => {
    // Also where a connection is silent instead of broken.
    const timer = setTimeout(() => reject(new DatabaseAway('the database does not answer')), PATIENCE)
    current
      .run({ deadline, network }, answer)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  }).finally(() => {
    open -= 1
  })
}

/**
 * Does something in the database that may be done twice, and again if the database was away: an error may hide that it
 * was done. Say at each use why twice is as good as once. Without `patiently` it is tried once.
 */
export async function keepTrying<T>(task: () => Promise<T>): Promise<T> {
  const patience = current.getStore()
  if (!patience) return task()
  for (;;) {
    // While others wait, nobody need find out again that there is no connection.
    if (room.closed) await room.wait(patience)
    try {
      return await task()
    } catch (error) {
      if (!isAway(error)) throw error
      await room.wait(patience)
    }
  }
}

/**
 * For statements that many share: fails at once while the database is known to be away, so that nobody waits in line for
 * a connection attempt that takes seconds.
 */
export function refuseWhileAway(): void {
  if (room.closed) throw new DatabaseAway('the database is away')
}

/** Not by a connection that was there before: it may lead to a server that is a standby now. */
async function isBack(): Promise<boolean> {
  const client = await watchPool().connect()
  let writable = false
  try {
    const { rows } = await client.query<{ writable: boolean }>(
      `SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off' AS writable`,
    )
    writable = rows[0]?.writable === true
  } finally {
    client.release(!writable)
  }
  return writable
}
