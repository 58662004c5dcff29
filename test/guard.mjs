import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chooseAccount } from '../scripts/database/choose-account.mjs'
import { startCluster } from '../scripts/database/cluster.mjs'
import { connect } from '../scripts/database/connect.mjs'
import { findBinaries } from '../scripts/database/find-binaries.mjs'
import { settled } from '../scripts/database/find-running.mjs'
import { removeLeft } from './run-folder.mjs'

// Watches a run of tests or benches (guarded-cluster.mjs). Its standard input is a pipe from the run: when it closes,
// the run has ended, however that happened. It then kills what the run had started and left, stops the database server,
// unless another run still uses it, and removes the temporary files.
const [dir = '', password = '', run = ''] = process.argv.slice(2)
for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, () => {})
process.stdin.resume()
await once(process.stdin, 'close')

await killLeft()
const account = await chooseAccount(await findBinaries(), join(dir, 'data'))
if (await settled(account)) {
  const { url, stop } = await startCluster({ dir, password })
  const unused = await isUnused(url('postgres'))
  if (unused) await stop()
}
if (!(await settled(account))) await removeLeft(dirname(dir))

/** Kills the processes with the mark of the run, where the system tells of it (Linux). */
async function killLeft() {
  for (const pid of await readdir('/proc').catch(() => [])) {
    const environment = /^\d+$/.test(pid) ? await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '') : ''
    if (!environment.split('\0').includes(`TEST_RUN=${run}`)) continue
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch {
      // It has ended meanwhile.
    }
  }
}

/**
 * Waits for the processes of a killed run to end: half a minute, at most.
 * @param {string} serverUrl
 */
async function isUnused(serverUrl) {
  const client = await connect(serverUrl)
  try {
    for (let tries = 0; tries < 150; tries++) {
      const { rows } = await client.query(
        `SELECT count(*)::int AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      )
      if (rows[0].others === 0) return true
      await sleep(200)
    }
    return false
  } finally {
    await client.end()
  }
}
