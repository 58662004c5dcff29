import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Restarts a built-in database that dies while it is used (killed for its memory, for example); the site reconnects by
 * itself.
 * @param {{ builtIn: boolean, revive: () => Promise<boolean> }} database
 * @param {() => Promise<void>} work
 */
export async function watchDatabase({ builtIn, revive }, work) {
  const over = new AbortController()
  const watching = builtIn ? watch(revive, over.signal) : null
  try {
    await work()
  } finally {
    over.abort()
    await watching
  }
}

/**
 * @param {() => Promise<boolean>} revive
 * @param {AbortSignal} over
 */
async function watch(revive, over) {
  while (!over.aborted) {
    const revived = await revive().catch(() => false)
    if (revived) console.error('The database stopped unexpectedly; it was started again.')
    await sleep(2000, undefined, { signal: over }).catch(() => {})
  }
}
