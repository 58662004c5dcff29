import { readdir } from 'node:fs/promises'
import { listFiles } from '../setup/hash-files.mjs'
import { root } from '../setup/root.mjs'

const notOurs =
  /(^|\/)(node_modules|\.next|\.data|\.git|dist|generated|test-results|playwright-report)(\/|$)|next-env\.d\.ts$|^public\/(?:check|passkey)\.js$/

/** @returns {Promise<string[]>} every hand-written code file, as a path from the top folder */
export async function listSources() {
  const files = await listFiles(root, await readdir(root), (path) => notOurs.test(path))
  return files.filter((path) => /\.(ts|tsx|mjs|cjs|js|css)$/.test(path))
}
