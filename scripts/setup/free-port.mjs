import { createServer } from 'node:net'

/**
 * A TCP port on 127.0.0.1 that nothing listens on now.
 * @param {number} [wanted] taken if it is free
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
    // Only a machine without IPv6 says otherwise of `::`.
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
