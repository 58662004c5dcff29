import { spawn } from 'node:child_process'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let stopping = false

/** Each program has its own process group, so that its helpers end with it and Ctrl-C reaches it only through us. */
export const detached = process.platform !== 'win32'

/**
 * Runs a program to its end and collects its output.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { stallMs?: number, evenWhenStopping?: boolean }} [options]
 *   stallMs: gives up after this long without output
 * @returns {Promise<string>} standard output
 * @throws {CommandError} if it cannot be started, fails or stalls
 */
export function runCommand(command, args, { stallMs, evenWhenStopping = false, ...options } = {}) {
  if (stopping && !evenWhenStopping) return Promise.reject(new CommandError(command, null, 'not started: stopping'))
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, ...options, detached })
    track(child)
    let out = ''
    let all = ''
    /** @type {NodeJS.Timeout | undefined} */
    let timer
    const alive = () => {
      clearTimeout(timer)
      if (stallMs) timer = setTimeout(() => signal(child, 'SIGKILL'), stallMs)
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
      if (code === 0) resolve(out)
      else reject(new CommandError(command, code, all))
    })
  })
}

/**
 * Makes a program end with this process.
 * @param {import('node:child_process').ChildProcess} child in its own process group
 */
export function track(child) {
  running.add(child)
  child.once('close', () => running.delete(child))
}

/**
 * Ends the running programs and starts no more, since the person wants to stop. Some ignore signals (npm, a busy
 * compiler).
 */
export function stopCommands() {
  stopping = true
  const children = [...running]
  for (const child of children) signal(child, 'SIGTERM')
  setTimeout(() => {
    for (const child of children) if (running.has(child)) signal(child, 'SIGKILL')
  }, 1500).unref()
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal({ pid }, name) {
  if (!pid) return
  try {
    process.kill(detached ? -pid : pid, name)
  } catch {
    // It has ended meanwhile.
  }
}

/** A program failed; `output` is all its output. */
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
