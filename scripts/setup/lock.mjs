import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Takes a lock file for this process. One left by a process that ended counts as free, even if another process has its
 * number now.
 * @param {string} path
 * @param {string} [note] shown to others about the holder
 *   (`stolen`: the last holder ended without releasing it)
 * @returns {Promise<{ taken: true, stolen: boolean, release: () => Promise<void> } | { taken: false, pid: number, note:
 *   string }>}
 */
export async function takeLock(path, note = '') {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const own = `${process.pid}\n${birth(process.pid)}\n${note}\n`
  for (let stolen = false; ; stolen = true) {
    try {
      await writeFile(path, own, { flag: 'wx' })
      // Two processes may both find a dead holder and remove its lock: the last one to write has it.
      if (stolen) await sleep(100)
      if (stolen && (await read(path)) !== own) continue
      return { taken: true, stolen, release: () => rm(path, { force: true }) }
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    }
    const holder = await findHolder(path)
    if (holder) return { taken: false, ...holder }
    await rm(path, { force: true })
  }
}

/**
 * Whether a live process holds the lock.
 * @param {string} path
 */
export async function isHeld(path) {
  return (await findHolder(path)) !== null
}

/**
 * Does the work once it has the lock.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  for (let said = false; ; ) {
    const lock = await takeLock(path)
    if (lock.taken) {
      try {
        return await work()
      } finally {
        await lock.release()
      }
    }
    if (!said) console.log(`Waiting for process ${lock.pid}, which does the same in this folder …`)
    said = true
    await sleep(500)
  }
}

/** @param {string} path */
async function findHolder(path) {
  const [pid, born, note = ''] = (await read(path)).split('\n')
  return pid && born && born === birth(Number(pid)) ? { pid: Number(pid), note } : null
}

/** An empty file is still being written. @param {string} path */
async function read(path) {
  const text = await readFile(path, 'utf8').catch(() => '')
  if (text) return text
  await sleep(100)
  return readFile(path, 'utf8').catch(() => '')
}

/**
 * When a process started, which with its number identifies it.
 * @param {number} pid
 * @returns {string} empty when there is no such process
 */
function birth(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return ''
  }
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', `${pid}`], { encoding: 'utf8' }).trim()
    // proc(5): the name, in brackets, may hold anything; field 22 is the start time.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'alive'
  } catch {
    return 'alive'
  }
}
