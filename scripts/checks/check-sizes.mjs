import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'
import { listSources } from './list-sources.mjs'

const most = 300
const isTest = /\.(test|spec)\.tsx?$/

/**
 * Checks the length of files: small ones can be read whole, and none may exceed 300 lines.
 * @returns {Promise<string>} the median and the 95th percentile, of the code and of its tests
 */
export async function checkSizes() {
  const sizes = await Promise.all(
    (await listSources()).map(async (path) => ({
      path,
      lines: (await readFile(join(root, path), 'utf8')).split('\n').length - 1,
    })),
  )
  sizes.sort((a, b) => a.lines - b.lines)
  const long = sizes.filter(({ lines }) => lines > most)
  if (long.length > 0)
    throw new Error(long.map(({ path, lines }) => `${path}: ${lines} lines, at most ${most}`).join('\n'))
  const tests = sizes.filter(({ path }) => isTest.test(path))
  const code = sizes.filter(({ path }) => !isTest.test(path))
  return `code: ${summary(code)}; tests: ${summary(tests)}`
}

/** @param {{ lines: number }[]} sizes in ascending order */
function summary(sizes) {
  const at = (/** @type {number} */ share) => sizes[Math.floor((sizes.length - 1) * share)]?.lines
  return `${sizes.length} files, median ${at(0.5)} lines, 95 % within ${at(0.95)}, longest ${at(1)}`
}
