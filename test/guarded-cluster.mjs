import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { startCluster } from '../scripts/database/cluster.mjs'

/**
 * Starts a PostgreSQL for a run of tests or benches. It ends with the run, and so does every process that is started
 * from now on, even if the run is interrupted or killed with -9 (guard.mjs).
 * @param {{ dir: string, password: string, durable?: boolean }} options
 */
export async function startGuardedCluster({ dir, password, durable = true }) {
  const cluster = await startCluster({ dir, password, durable })
  const run = randomUUID()
  const guard = spawn(process.execPath, [fileURLToPath(new URL('guard.mjs', import.meta.url)), dir, password, run], {
    // It outlives the run, and one that this one is a part of.
    env: { ...process.env, TEST_RUN: '' },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.unref()
  // A child process inherits it: so the guard knows what is left.
  process.env.TEST_RUN = run
  // The guard waits for this pipe to close; this process does not wait for the guard.
  const stdin = /** @type {import('node:net').Socket} */ (guard.stdin)
  stdin.on('error', () => {})
  stdin.unref()
  return cluster
}
