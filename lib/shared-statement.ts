/** Rows in one statement, and concurrent statements. Measured in bench/results.md. */
const BATCH_SIZE = 64
const MAX_CONCURRENT = 3
/** Rows that may wait: some seconds of work. Later callers are asked to try again. */
const MAX_WAITING = 10_000

class TooManyWaiting extends Error {}

interface Waiting<Row, Result> {
  row: Row
  /** In hex; null: nothing is written. */
  key: string | null
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/**
 * Lets concurrent calls share a statement and its commit. Each call waits until the commit that holds its own row. A
 * row that the database refuses fails alone: those that shared its statement are tried again one by one.
 * @param keyOf what a row is written by: two rows of one key go into different statements, one after the other; null:
 *   the statement only reads, and takes any number of the same
 * @param run runs one statement for the rows, and returns a result for each, in their order
 * @returns writes one row; rejects with TooManyWaiting, or with what the database says
 */
export function sharedStatement<Row, Result>(
  keyOf: ((row: Row) => Buffer) | null,
  run: (rows: Row[]) => Promise<Result[]>,
): (row: Row) => Promise<Result> {
  const queue: Waiting<Row, Result>[] = []
  const inFlight = new Set<string>()
  let running = 0
  let scheduled = false

  function flush() {
    scheduled = false
    while (queue.length > 0 && running < MAX_CONCURRENT) {
      const batch = takeBatch()
      if (batch.length === 0) return
      void runBatch(batch)
    }
  }

  /** Takes rows off the queue; a row whose key is in flight stays, since one statement cannot write a row twice. */
  function takeBatch(): Waiting<Row, Result>[] {
    const batch: Waiting<Row, Result>[] = []
    const stay: Waiting<Row, Result>[] = []
    while (queue.length > 0 && batch.length < BATCH_SIZE) {
      const next = queue.shift()
      if (!next) break
      if (next.key !== null && inFlight.has(next.key)) {
        stay.push(next)
      } else {
        if (next.key !== null) inFlight.add(next.key)
        batch.push(next)
      }
    }
    queue.unshift(...stay)
    // One order for all processes, so that two statements with the same rows wait instead of deadlocking.
    return batch.sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
  }

  async function runBatch(batch: Waiting<Row, Result>[]): Promise<void> {
    running += 1
    await write(batch)
    running -= 1
    for (const { key } of batch) if (key !== null) inFlight.delete(key)
    flush()
  }

  async function write(batch: Waiting<Row, Result>[]): Promise<void> {
    try {
      const results = await run(batch.map(({ row }) => row))
      for (const [i, { resolve }] of batch.entries()) resolve(results[i] as Result)
    } catch (error) {
      if (batch.length > 1 && isAboutRows(error)) for (const waiting of batch) await write([waiting])
      else for (const { reject } of batch) reject(error)
    }
  }

  return (row) => {
    if (queue.length >= MAX_WAITING) return Promise.reject(new TooManyWaiting('too many are waiting'))
    return new Promise((resolve, reject) => {
      queue.push({ row, key: keyOf?.(row).toString('hex') ?? null, resolve, reject })
      // Requests that arrive in the same turn of the event loop share the first statement too.
      if (!scheduled) setImmediate(flush)
      scheduled = true
    })
  }
}

/** SQLSTATE classes 22 (data), 23 (constraint) and 40 (deadlock): not a database that is away. */
function isAboutRows(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22|23|40)/.test(String(error.code))
}
