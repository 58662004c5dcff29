import { setTimeout as sleep } from 'node:timers/promises'

/** Makes a function to await before each start, so that starts are at least `gap` ms apart. */
export function pace(gap: number): () => Promise<void> {
  let free = 0
  return async () => {
    const now = Date.now()
    const start = Math.max(now, free)
    free = start + gap
    await sleep(start - now)
  }
}
