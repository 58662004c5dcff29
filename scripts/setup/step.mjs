/**
 * Does one step and reports it: a line with its name, a dot every five seconds, and the time it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = performance.now()
  process.stdout.write(`${name} `)
  const dots = setInterval(() => process.stdout.write('.'), 5000)
  try {
    const result = await work()
    clearInterval(dots)
    process.stdout.write(`${seconds(began)}\n`)
    return result
  } catch (error) {
    process.stdout.write(`stopped after ${seconds(began)}\n`)
    throw error
  } finally {
    clearInterval(dots)
  }
}

/**
 * @param {number} began
 * @returns {string} time since then, as "1.2 s"
 */
export function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}
