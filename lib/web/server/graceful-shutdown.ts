import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Listens until SIGTERM or SIGINT, then stops accepting, lets open requests finish, closes what depends on the server
 * in the given order, and ends the process. A second signal ends it at once.
 * @param patience milliseconds that open requests get to finish
 * @throws Error if the port cannot be bound
 */
export async function gracefulShutdown(
  server: Server,
  port: number,
  behind: (() => unknown)[],
  patience = 10_000,
): Promise<void> {
  // Includes those upgraded to web sockets, which the server no longer tracks.
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await listen(server, port)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))
  await finish(server, sockets, patience)
  for (const close of behind) await closeOne(close)
  process.exit(0)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken by another program.`) : error),
    )
    server.listen(port, resolve)
  })
}

function finish(server: Server, sockets: Set<Socket>, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      for (const socket of sockets) socket.destroy()
    }, patience)
    // A kept-alive connection becomes idle only after its answer.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(timer)
      clearInterval(idle)
      resolve()
    })
  })
}

/** A failure is reported and does not keep the others from closing. */
async function closeOne(close: () => unknown): Promise<void> {
  try {
    await close()
  } catch (error) {
    console.error(`while stopping: ${error instanceof Error ? error.message : String(error)}`)
  }
}
