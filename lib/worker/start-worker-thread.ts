import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker as Thread } from 'node:worker_threads'
import { redactError } from '@/lib/redact-error'
import type { Worker } from './worker'

/** In ms, before a failed worker is restarted. */
const RESTART_DELAY = 1_000

/**
 * Runs the worker in a thread of this process, so that composing mail and hashing the ledger delay no request. It is
 * restarted if it fails.
 * @param program the built `scripts/worker.ts`
 */
export function startWorkerThread(program: URL): Worker {
  let stopping = false
  let thread = launch()

  function launch(): Thread {
    // Without the process's preloaded modules: they watch its standard input.
    const started = new Thread(program, { execArgv: [] })
    started.on('error', (error) => console.error(`worker: ended: ${redactError(error, 3)}`))
    started.on('exit', () => void relaunch())
    return started
  }

  async function relaunch(): Promise<void> {
    await sleep(RESTART_DELAY, undefined, { ref: false })
    if (!stopping) thread = launch()
  }

  return {
    async stop() {
      stopping = true
      if (thread.threadId === -1) return
      thread.postMessage('stop')
      await once(thread, 'exit')
    },
  }
}
