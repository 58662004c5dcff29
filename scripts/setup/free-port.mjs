import { createServer } from 'node:net'

/**
 * Finds a free TCP port on 127.0.0.1.
 * @param {number} [wanted] returned if it is free
 */
export async function freePort(wanted) {
  if (wanted && (await isFree(wanted))) return wanted
  return listen(0)
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
