import { watchPool } from '@/lib/db'

/** The known state of changes to the content of public pages. */
export interface Changes {
  /**
   * The time (`performance.now()`) since which nothing has changed that public pages show, as of a second ago; Infinity
   * if that is not known: something changes just now, or the database does not answer.
   */
  unchangedSince(): number
}

/** The state of the database, as one look sees it. */
interface Look {
  /** How many changes there were, committed or not. */
  change: string
  /** The ids of the transactions that have written something and not ended. */
  running: string[]
}

/** In ms: the time between two looks, and the age from which on the last one says nothing more. */
const [EVERY, STALE] = [1_000, 3_000]
/**
 * In ms: the age that data which the process itself remembers may have when a page is made of it. Three seconds in
 * Next.js's own cache (cache-handler.js), and before that three to ten in caches of single tables.
 */
const REMEMBERED = 15_000

/**
 * Looks every second whether anything has changed that public pages show.
 *
 * A trigger of each such table raises a sequence, within the transaction that changes it. Its number is seen before the
 * transaction is committed, so an unchanged number is not enough: all transactions that may have raised it must have
 * ended. Those are among the ones that are running at a look later than the first that saw the number.
 * @param look the state of the database
 * @param every in ms, for tests
 * @returns stop ends it
 */
export function watchChanges(look = lookAtChanges, every = EVERY): Changes & { stop(): void } {
  let change: string | undefined
  let mustEnd: string[] | undefined
  let since = Number.POSITIVE_INFINITY
  let lookedAt = Number.NEGATIVE_INFINITY

  async function again(): Promise<void> {
    const began = performance.now()
    const seen = await look()
    // A page that shows the date is another page tomorrow.
    const now = `${seen.change} of ${new Date().toISOString().slice(0, 10)}`
    lookedAt = began
    if (now !== change) {
      change = now
      mustEnd = undefined
      since = Number.POSITIVE_INFINITY
      return
    }
    if (since !== Number.POSITIVE_INFINITY) return
    mustEnd = (mustEnd ?? seen.running).filter((id) => seen.running.includes(id))
    if (mustEnd.length === 0) since = began
  }

  let isLooking = false
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    // Without an answer nothing is known, and whoever asks is told so.
    void again()
      .catch(() => undefined)
      .finally(() => {
        isLooking = false
      })
  }, every)
  timer.unref()
  return {
    unchangedSince: () => (performance.now() - lookedAt > STALE ? Number.POSITIVE_INFINITY : since + REMEMBERED),
    stop: () => clearInterval(timer),
  }
}

/**
 * A transaction that has written something holds the lock of its own id until it ends
 * (https://www.postgresql.org/docs/18/view-pg-locks.html).
 * @throws Error if the database does not answer within two seconds
 */
export async function lookAtChanges(): Promise<Look> {
  const { rows } = await watchPool().query<Look>(
    `SELECT last_value::text AS change, ARRAY(
       SELECT transactionid::text FROM pg_locks WHERE locktype = 'transactionid' AND mode = 'ExclusiveLock' AND granted
     ) AS running FROM public_change`,
  )
  return rows[0] ?? { change: '', running: [] }
}
