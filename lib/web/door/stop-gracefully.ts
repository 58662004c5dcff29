import type { Server } from 'node:http'

/** Requests under way get this long to finish. */
const patience = 10_000

/**
 * Stops accepting, lets requests under way finish (at most 10 s), then closes what is behind the door, in order.
 * Resolves when all of it is done; a part that fails is reported and does not keep the others from stopping.
 */
export async function stopGracefully(server: Server, behind: (() => Promise<void> | void)[]): Promise<void> {
  await closeServer(server)
  for (const close of behind) {
    try {
      await close()
    } catch (error) {
      console.error(`stopping: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), patience)
    // A connection that is kept alive would be idle only after its answer: tell it to end with it.
    server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'))
    server.close(() => {
      clearTimeout(timer)
      clearInterval(idle)
      resolve()
    })
    const idle = setInterval(() => server.closeIdleConnections(), 100)
  })
}
