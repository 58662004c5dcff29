import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * Starts one of our long-running processes. It has its own process group, so that a Ctrl-C reaches it only through
 * whoever started it, in the right order; and it stops by itself when that one is gone.
 * @param {string[]} args for node
 * @param {{ env: NodeJS.ProcessEnv, output?: 'inherit' | 'pipe' }} options
 */
export function startProcess(args, { env, output = 'inherit' }) {
  const preload = new URL('stop-with-parent.mjs', import.meta.url).href
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    cwd: root,
    env,
    detached: process.platform !== 'win32',
    stdio: ['pipe', output, output],
  })
  // It may end before what is written to it is read.
  child.stdin?.on('error', () => {})
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
  return { child, ended, stop: () => stop(child, ended) }
}

/** @typedef {ReturnType<typeof startProcess>} Started */

/**
 * Asks it to stop, and no longer asks after 20 seconds.
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<number>} ended
 */
async function stop(child, ended) {
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(impatience)
}

/** The programs of dist/, made by `npm run build`. */
export const dist = (/** @type {string} */ name) => join(root, 'dist', `${name}.js`)
