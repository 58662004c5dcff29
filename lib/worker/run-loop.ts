import { setTimeout as sleep } from 'node:timers/promises'
import { noteCount } from '@/lib/metrics/note'
import { redactError } from '@/lib/redact-error'

export interface Loop {
  /** Lets the running step end, and starts no other. */
  stop(): Promise<void>
}

/** In ms: waits after a failed step, doubled each time up to the second. */
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

/**
 * Runs a step repeatedly; the step returns the ms to wait until the next time. If it throws (a database that restarts),
 * one line is logged and it is retried, less and less often.
 */
export function runLoop(name: string, step: () => Promise<number>): Loop {
  const stopping = new AbortController()
  const ended = loop(name, step, stopping.signal)
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}

async function loop(name: string, step: () => Promise<number>, signal: AbortSignal): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    const wait = await step().then(
      (ms) => {
        failures = 0
        return ms
      },
      (error: unknown) => {
        noteCount('errors', `worker: ${name}`)
        console.error(`worker: ${name}: ${redactError(error, 1)}`)
        return Math.min(FIRST_WAIT * 2 ** failures++, LONGEST_WAIT)
      },
    )
    await sleep(wait, undefined, { signal }).catch(() => undefined)
  }
}
