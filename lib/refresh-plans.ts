import type pg from 'pg'

/** In ms: the age of a connection at which its statements are planned again first, and the longest time between. */
const [FIRST, LONGEST] = [1_000, 30_000]

/**
 * Lets PostgreSQL plan the named statements of a pool's connections again: after a second, after twice as long each time,
 * and every half minute. It makes a plan once and reuses it. One that it made while a table had few rows reads the whole
 * table, also when a busy minute has filled it with 50,000 rows, until autovacuum looks at the table, which it does once a
 * minute (docs/decisions/0088-plans-are-refreshed.md).
 */
export function refreshPlans(pool: pg.Pool, first = FIRST): void {
  const due = new WeakMap<pg.PoolClient, { at: number; wait: number }>()
  pool.on('connect', (client) => due.set(client, { at: performance.now() + first, wait: first }))
  pool.on('acquire', (client) => {
    const now = performance.now()
    const { at, wait } = due.get(client) ?? { at: now, wait: first }
    if (now < at) return
    const next = Math.min(wait * 2, LONGEST)
    due.set(client, { at: now + next, wait: next })
    // Sent before the statement for which the connection was taken; that one tells of a lost connection.
    client.query('DISCARD PLANS').catch(() => undefined)
  })
}
