import { closeDb } from '@/lib/db'
import { startWorker } from '@/lib/jobs/worker'

// The worker alone, beside servers with ROLE=web. Several may run.
const worker = startWorker()
console.log('worker: running')

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end())

async function end(): Promise<void> {
  await worker.stop()
  await closeDb()
  console.log('worker: stopped')
}
