/**
 * One signal for all the ways in which a person asks us to stop: Ctrl-C, kill, a closed terminal, and npm itself
 * being killed (it cannot pass that on; but it is our parent, and then no longer is).
 * @returns {AbortSignal}
 */
export function untilStopped() {
  const controller = new AbortController()
  const stop = () => controller.abort()
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, stop)
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) {
    setInterval(() => {
      if (process.ppid !== parent) stop()
    }, 1000).unref()
  }
  return controller.signal
}
