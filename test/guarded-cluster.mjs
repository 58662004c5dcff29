import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { startCluster } from '../scripts/database/cluster.mjs'

/**
 * Starts a PostgreSQL for a run of tests or benches, which ends with the run, even if that is interrupted or killed with
 * -9 (guard.mjs).
 * @param {{ dir: string, password: string, durable?: boolean }} options
 */
export async function startGuardedCluster({ dir, password, durable = true }) {
  const cluster = await startCluster({ dir, password, durable })
  const guard = spawn(process.execPath, [fileURLToPath(new URL('guard.mjs', import.meta.url)), dir, password], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.unref()
  // The guard waits for this pipe to close; this process does not wait for the guard.
  const stdin = /** @type {import('node:net').Socket} */ (guard.stdin)
  stdin.on('error', () => {})
  stdin.unref()
  return cluster
}
