import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Where ports are looked for: below those from which systems give out ports by themselves (32768 and up on Linux, 49152
 * elsewhere). A port of theirs that was free a moment ago may serve another program's connection once it is listened
 * on.
 */
const [FIRST, AFTER_LAST] = [20_000, 32_768]

/**
 * Finds a free TCP port on 127.0.0.1. At random, so that programs which look at the same moment find different ones.
 * @param {number} [wanted] returned if it is free
 * @throws if a hundred ports in a row are taken
 */
export async function freePort(wanted) {
  if (wanted && (await isFree(wanted))) return wanted
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(FIRST, AFTER_LAST)
    if (await isFree(port)) return port
  }
  throw new Error(`No port between ${FIRST} and ${AFTER_LAST} is free`)
}

/**
 * @param {number} port
 * @param {string} [host]
 */
export async function isFree(port, host = '127.0.0.1') {
  return listen(port, host).then(
    () => true,
    // A machine without IPv6 gives these errors for `::`: the port is free.
    (error) => error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL',
  )
}

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<number>}
 */
function listen(port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const found = typeof address === 'object' && address ? address.port : port
      server.close(() => resolve(found))
    })
  })
}
