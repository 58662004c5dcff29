import { parentPort } from 'node:worker_threads'
import { closeDb } from '@/lib/db'
import { logAsJson } from '@/lib/json-console'
import { outliveLog } from '@/lib/outlive-log'
import { settingsOrExit } from '@/lib/settings-or-exit'
import { startMetrics } from '@/lib/web/metrics/start-metrics'
import { startWorker } from '@/lib/worker/worker'

// Runs the worker: as a process of its own next to servers with ROLE=web (several may run), or in a thread of the
// server.
outliveLog()
logAsJson()
settingsOrExit()
// In a thread, the server answers for it.
const stopMetrics = parentPort ? () => undefined : await startMetrics()
const worker = startWorker()
if (!parentPort) console.log('worker: running')

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end())
parentPort?.once('message', () => void end())

async function end(): Promise<void> {
  await worker.stop()
  stopMetrics()
  await closeDb()
  if (!parentPort) console.log('worker: stopped')
}
