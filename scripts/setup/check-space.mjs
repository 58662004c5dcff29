import { statfs } from 'node:fs/promises'
import { SetupError } from './setup-error.mjs'

/**
 * Checks the free disk space before a long step that would otherwise fail half-way.
 * @param {string} folder
 * @param {number} needed in MB
 */
export async function checkSpace(folder, needed) {
  const { bavail, bsize } = await statfs(folder)
  const free = Math.floor((bavail * bsize) / 1e6)
  if (free < needed) {
    throw new SetupError(
      `Not enough disk space in ${folder}: ${free} MB are free, ${needed} MB are needed. Nothing was changed.`,
    )
  }
}
