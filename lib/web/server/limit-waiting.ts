/** Too many callers are waiting already. */
export class Busy extends Error {}

/**
 * Runs at most `running` tasks at once and queues at most `waiting` more.
 * @throws Busy at once if the queue is full
 */
export function limitWaiting(running: number, waiting: number): <T>(task: () => Promise<T>) => Promise<T> {
  let active = 0
  const queue: (() => void)[] = []
  return async (task) => {
    if (active >= running) {
      if (queue.length >= waiting) throw new Busy('too many pages are being made')
      await new Promise<void>((resolve) => queue.push(resolve))
    } else active++
    try {
      return await task()
    } finally {
      const next = queue.shift()
      if (next) next()
      else active--
    }
  }
}
