import { readFileSync } from 'node:fs'

/**
 * One signal for all the ways in which a person asks us to stop: Ctrl-C, kill, a closed terminal, and npm itself
 * being killed, which it cannot pass on.
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

/** Our parent: npm, or the shell that npm starts us in, and then npm too. A process whose parent dies gets another. */
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
