import { spawn } from 'node:child_process'
import { root } from '../scripts/setup/root.mjs'
import { detached, track } from '../scripts/setup/run-command.mjs'

/**
 * Runs a program and shows its output.
 * @param {string[]} args for node
 * @param {Record<string, string>} [env] added to ours
 * @returns {Promise<number>} its exit code
 */
export function runInherited(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached,
    })
    track(child)
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
