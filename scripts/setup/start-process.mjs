import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * Starts one of our long-running processes. It has its own process group, so that Ctrl-C reaches it only through this
 * process, in the right order; and it stops by itself when this process is gone.
 * @param {string[]} args for node
 * @param {{ env: NodeJS.ProcessEnv, output?: 'inherit' | 'pipe' | number, cwd?: string }} options
 *   output: also an open file; cwd: the folder of another build
 */
export function startProcess(args, { env, output = 'inherit', cwd = root }) {
  const preload = new URL('stop-with-parent.mjs', import.meta.url).href
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['pipe', output, output],
  })
  // It may end before it has read its input.
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
 * Asks a process to stop, and kills it after 20 seconds.
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<number>} ended
 */
async function stop(child, ended) {
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(impatience)
}

/**
 * Runs one of our programs from source, until it ends or is to be stopped.
 * @param {string[]} args its path, and its arguments
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} stopped
 * @returns {Promise<number>} its exit code
 */
export function runSource(args, env, stopped) {
  const { ended, stop } = startProcess([join(root, 'node_modules/tsx/dist/cli.mjs'), ...args], { env })
  stopped.addEventListener('abort', () => void stop())
  if (stopped.aborted) void stop()
  return ended
}

/** The programs of dist/, made by `npm run build`. */
export const dist = (/** @type {string} */ name) => join(root, 'dist', `${name}.js`)
