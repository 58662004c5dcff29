import { readFileSync } from 'node:fs'

/**
 * One signal for all ways of being stopped: Ctrl-C, kill, a closed terminal, and npm being killed, which it cannot pass
 * on.
 * @returns {AbortSignal}
 */
export function untilStopped() {
  const controller = new AbortController()
  const stop = () => controller.abort()
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, stop)
  if (process.env.npm_lifecycle_event) whenStarterEnds(stop)
  return controller.signal
}

/**
 * Calls back once the program that started this one is gone: npm, npx, an editor, another command of ours. A kill -9
 * does not let it tell us. A person's own shell may end before what runs in it.
 * @param {() => void} stop
 */
export function whenStarterEnds(stop) {
  const before = starter()
  if (!before) return
  const looking = setInterval(() => {
    if (starter() === before) return
    clearInterval(looking)
    stop()
  }, 1000).unref()
}

/**
 * Our parent, or the shell in which npm started us, and npm. A process whose parent dies gets another parent.
 * @returns {string} empty in a person's own shell
 */
function starter() {
  const parent = process.ppid
  try {
    const [, name = '', grandparent] =
      /^\d+ \((.*)\) \S+ (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? []
    if (!name.endsWith('sh')) return `${parent}`
    return process.env.npm_lifecycle_event ? `${parent} ${grandparent}` : ''
  } catch {
    return `${parent}`
  }
}
