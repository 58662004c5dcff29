import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** @typedef {import('./choose-account.mjs').Account} Account */

/**
 * The server that runs on this data. `postmaster.pid` alone proves nothing: after a crash another process may have its
 * number. Such a file is removed, since PostgreSQL would refuse to start with it.
 * @param {Account} account
 */
export async function findRunning({ data }) {
  const path = join(data, 'postmaster.pid')
  const [pid, , , port, , , , status = ''] = (await readFile(path, 'utf8').catch(() => '')).split('\n')
  if (!pid) return null
  const ours = await readFile(`/proc/${Number(pid)}/cmdline`, 'utf8').then(
    (line) => line.includes('postgres') && line.includes(data),
    // No /proc (macOS, Windows): PostgreSQL's own check will do.
    () => !existsSync('/proc/self/cmdline') && isAlive(Number(pid)),
  )
  if (ours) return { port: Number(port), status: status.trim() }
  await rm(path, { force: true })
  return null
}

/**
 * Gives a server that is starting or stopping half a minute to finish.
 * @param {Account} account
 */
export async function settled(account) {
  for (let tries = 0; tries < 300; tries++) {
    const running = await findRunning(account)
    if (!running || running.status === 'ready') return running
    await sleep(100)
  }
  return findRunning(account)
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
