import { readFileSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Makes one folder for all temporary files of a test run, and points TMPDIR at it, so that an interrupted test leaves
 * none. The next run removes what a killed run left.
 * @param {string} parent
 * @returns {Promise<{ folder: string, remove: () => Promise<void> }>}
 */
export async function openRunFolder(parent) {
  await mkdir(parent, { recursive: true })
  await removeLeft(parent, /^tmp_/)
  const folder = join(parent, `tmp_${process.pid}`)
  await mkdir(folder, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  return {
    folder,
    remove: async () => {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Removes the folders of runs that have ended: temporary files, and the sites of stories, whose run is not in the name.
 * @param {string} parent
 * @param {RegExp} [which]
 */
export async function removeLeft(parent, which = /^(tmp|site)_/) {
  const names = (await readdir(parent)).filter((name) => which.test(name))
  const left = names.filter((name) => !(/^tmp_\d+$/.test(name) && isAlive(Number(name.slice(4)))))
  await Promise.all(left.map((name) => rm(join(parent, name), { recursive: true, force: true, maxRetries: 10 })))
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return !hasEnded(pid)
  } catch (error) {
    // It is another user's process.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * Whether nobody but its parent, which has not asked yet, still knows of a process (Linux).
 * @param {number} pid
 */
function hasEnded(pid) {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
