import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Makes one folder for all temporary files of a test run, and points TMPDIR at it: a test that is interrupted leaves
 * none behind. What a run that was killed left is removed by the next.
 * @param {string} parent
 * @returns {Promise<{ folder: string, remove: () => Promise<void> }>}
 */
export async function openRunFolder(parent) {
  await mkdir(parent, { recursive: true })
  const names = await readdir(parent)
  const left = names.filter((name) => /^tmp_\d+$/.test(name) && !isAlive(Number(name.slice(4))))
  const remove = (/** @type {string} */ path) => rm(path, { recursive: true, force: true })
  await Promise.all(left.map((name) => remove(join(parent, name))))
  const folder = join(parent, `tmp_${process.pid}`)
  await mkdir(folder, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  return {
    folder,
    remove: async () => {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
      await remove(folder)
    },
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is somebody else's.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
