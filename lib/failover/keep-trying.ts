import { AsyncLocalStorage } from 'node:async_hooks'
import { watchPool } from '@/lib/db'
import { limitOf } from '@/lib/integrity/limits/network-limit'
import { DatabaseAway, isAway } from './is-away'
import { MAX_OF_NETWORK, MAX_WAITING, PATIENCE } from './limits'
import { createWaitingRoom, type Patience } from './waiting-room'

let open = 0

/** Whether any request is being answered that may be waiting for the database, which takes 40 s at most. */
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
 * Answers a request in 40 s at most: while the database is away, its calls of `keepTrying` wait that long in all.
 * @param network the requester's (`networkOf`)
 * @throws DatabaseAway if it took too long, or too many requests wait already
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
 * Runs a task in the database, and runs it again if the database was away. The task must be safe to repeat, since it
 * may have been done although its answer was lost; say at each use why it is. Outside of `patiently` it is tried once.
 * @throws DatabaseAway if the request's time is over; any other error of the task at once
 */
export async function keepTrying<T>(task: () => Promise<T>): Promise<T> {
  const patience = current.getStore()
  if (!patience) return task()
  for (;;) {
    // While others wait, it is known that there is no connection.
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
 * Fails at once while the database is known to be away: for statements that many calls share, so that none waits for a
 * connection attempt that takes seconds.
 * @throws DatabaseAway
 */
export function refuseWhileAway(): void {
  if (room.closed) throw new DatabaseAway('the database is away')
}

/** Tells whether the database accepts writes. Opens a new connection: an old one may lead to a former primary. */
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
