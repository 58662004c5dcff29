import { spawn } from 'node:child_process'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Runs a program to its end and keeps what it says.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { stallMs?: number }} [options] stallMs: give up after this silence
 * @returns {Promise<string>} standard output
 * @throws {CommandError} when it cannot be started, ends with an error or stalls
 */
export function runCommand(command, args, { stallMs, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, ...options })
    running.add(child)
    let out = ''
    let all = ''
    /** @type {NodeJS.Timeout | undefined} */
    let timer
    const alive = () => {
      clearTimeout(timer)
      if (stallMs) timer = setTimeout(() => child.kill('SIGKILL'), stallMs)
    }
    alive()
    child.stdout?.on('data', (chunk) => {
      out += chunk
      all += chunk
      alive()
    })
    child.stderr?.on('data', (chunk) => {
      all += chunk
      alive()
    })
    child.on('error', (error) => reject(new CommandError(command, null, `${all}${error.message}`)))
    child.on('close', (code) => {
      clearTimeout(timer)
      running.delete(child)
      if (code === 0) resolve(out)
      else reject(new CommandError(command, code, all))
    })
  })
}

/** Ends the programs that still run: the person wants to stop. */
export function stopCommands() {
  for (const child of running) child.kill('SIGTERM')
}

/** A program that ended with an error; `output` is everything it said. */
export class CommandError extends Error {
  /**
   * @param {string} command
   * @param {number | null} code
   * @param {string} output
   */
  constructor(command, code, output) {
    super(`${command} ended with ${code ?? 'a signal'}\n${output.trim()}`)
    this.code = code
    this.output = output
  }
}
