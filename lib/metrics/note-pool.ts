import type pg from 'pg'
import { noteLevel, wantsMetrics } from './note'

/** In ms. */
const EVERY = 5_000

/** Notes how many connections a pool has, and how many wait for one, where metrics are wanted. */
export function notePool(pool: pg.Pool): void {
  if (!wantsMetrics()) return
  const look = () => {
    noteLevel('connections', 'open', pool.totalCount)
    noteLevel('connections', 'idle', pool.idleCount)
    noteLevel('connections', 'waiting', pool.waitingCount)
  }
  look()
  setInterval(look, EVERY).unref()
}
