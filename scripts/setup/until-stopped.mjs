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
  if (process.env.npm_lifecycle_event) {
    const before = ancestors()
    setInterval(() => {
      if (ancestors() !== before) stop()
    }, 1000).unref()
  }
  return controller.signal
}

/** Our parents: npm, or the shell in which npm started us, and npm. A process whose parent dies gets another parent. */
function ancestors() {
  const parent = process.ppid
  try {
    const [, name = '', grandparent] =
      /^\d+ \((.*)\) \S+ (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? []
    return name.endsWith('sh') ? `${parent} ${grandparent}` : `${parent}`
  } catch {
    return `${parent}`
  }
}
